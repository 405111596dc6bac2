/** A message as people read it. */
export interface EmlMessage {
  readonly headers: { name: string; value: string }[];
  readonly html: string;
  readonly text: string;
  readonly attachments: { filename: string; contentType: string; size: number }[];
}

interface Part {
  readonly headers: { name: string; value: string }[];
  readonly body: Buffer;
}

const CRLF = '\r\n';
const MAX_DEPTH = 8;

/**
 * Reads a message that this store has composed: MIME (RFC 2045 to 2047) as far as `nodemailer` makes use of it, and no
 * further. Mail of strangers is not for it.
 */
export function readMessage(source: Buffer): EmlMessage {
  const whole = partOf(source);
  const leaves = leavesOf(whole);
  const shown = (type: string): string => {
    const found = leaves.find((leaf) => mediaType(leaf) === type && !isAttachment(leaf));
    return (found?.body.toString() ?? '').replaceAll(CRLF, '\n');
  };
  return {
    headers: whole.headers,
    html: shown('text/html'),
    text: shown('text/plain'),
    attachments: leaves.filter(isAttachment).map((leaf) => ({
      filename: parameterOf(leaf, 'content-disposition', 'filename'),
      contentType: mediaType(leaf),
      size: leaf.body.length,
    })),
  };
}

/** The parts that hold something themselves, with their bodies decoded. */
function leavesOf(part: Part, level = 0): Part[] {
  const boundary = parameterOf(part, 'content-type', 'boundary');
  if (boundary === '' || level > MAX_DEPTH) return [{ ...part, body: decodedBody(part) }];
  // As latin1, byte by byte, nothing of a body is changed by taking it apart.
  const pieces = `${CRLF}${part.body.toString('latin1')}`.split(`${CRLF}--${boundary}`);
  return pieces
    .slice(1)
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => leavesOf(partOf(Buffer.from(piece.replace(/^[ \t]*\r\n/, ''), 'latin1')), level + 1));
}

function partOf(source: Buffer): Part {
  const end = source.indexOf(CRLF + CRLF);
  const head = source.subarray(0, end).toString();
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split(CRLF);
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return { name: line.slice(0, colon), value: decodedWords(line.slice(colon + 1).trim()) };
  });
  return { headers, body: source.subarray(end + 2 * CRLF.length) };
}

function headerOf({ headers }: Part, name: string): string {
  return headers.find((header) => header.name.toLowerCase() === name)?.value ?? '';
}

function mediaType(part: Part): string {
  return (headerOf(part, 'content-type').split(';', 1)[0] ?? '').trim().toLowerCase();
}

function isAttachment(part: Part): boolean {
  return headerOf(part, 'content-disposition').startsWith('attachment');
}

function parameterOf(part: Part, header: string, name: string): string {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(headerOf(part, header));
  return found?.[1] ?? found?.[2] ?? '';
}

function decodedBody(part: Part): Buffer {
  switch (headerOf(part, 'content-transfer-encoding').toLowerCase()) {
    case 'base64':
      return Buffer.from(part.body.toString('latin1'), 'base64');
    case 'quoted-printable':
      return quotedPrintable(part.body.toString('latin1').replace(/=\r\n/g, ''));
    default:
      return part.body;
  }
}

function quotedPrintable(text: string): Buffer {
  const decoded = text.replace(/=([0-9A-F]{2})/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  return Buffer.from(decoded, 'latin1');
}

/** RFC 2047: `=?UTF-8?Q?…?=`. White space between two encoded words is none. */
function decodedWords(value: string): string {
  const joined = value.replace(/(\?=)\s+(?==\?)/g, '$1');
  // Whole runs at once: a character may begin in one word and end in the next.
  return joined.replace(/(?:=\?[\w-]+\?[BQ]\?[^?]*\?=)+/gi, (run) =>
    Buffer.concat(
      [...run.matchAll(/=\?[\w-]+\?([BQ])\?([^?]*)\?=/gi)].map(([, how, text = '']) => word(how, text)),
    ).toString(),
  );
}

function word(how: string | undefined, text: string): Buffer {
  return how?.toUpperCase() === 'B'
    ? Buffer.from(text, 'base64')
    : quotedPrintable(text.replaceAll('_', ' '));
}
