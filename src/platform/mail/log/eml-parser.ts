/** A parsed message for display. */
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
 * Parses a message that this store has composed: MIME (RFC 2045 to 2047) as far as `nodemailer` uses it. It is not for mail
 * from other senders.
 */
export function parseMessage(source: Buffer): EmlMessage {
  const root = parsePart(source);
  const leaves = leavesOf(root);
  const bodyOf = (type: string): string => {
    const match = leaves.find((leaf) => mediaType(leaf) === type && !isAttachment(leaf));
    return (match?.body.toString() ?? '').replaceAll(CRLF, '\n');
  };
  return {
    headers: root.headers,
    html: bodyOf('text/html'),
    text: bodyOf('text/plain'),
    attachments: leaves.filter(isAttachment).map((leaf) => ({
      filename: parameterOf(leaf, 'content-disposition', 'filename'),
      contentType: mediaType(leaf),
      size: leaf.body.length,
    })),
  };
}

/** Returns the parts without subparts, with their bodies decoded. */
function leavesOf(part: Part, depth = 0): Part[] {
  const boundary = parameterOf(part, 'content-type', 'boundary');
  if (boundary === '' || depth > MAX_DEPTH) return [{ ...part, body: decodeBody(part) }];
  // latin1 maps each byte to one character, so splitting leaves the bodies unchanged.
  const pieces = `${CRLF}${part.body.toString('latin1')}`.split(`${CRLF}--${boundary}`);
  return pieces
    .slice(1)
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) =>
      leavesOf(parsePart(Buffer.from(piece.replace(/^[ \t]*\r\n/, ''), 'latin1')), depth + 1),
    );
}

function parsePart(source: Buffer): Part {
  const end = source.indexOf(CRLF + CRLF);
  const head = source.subarray(0, end).toString();
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split(CRLF);
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return { name: line.slice(0, colon), value: decodeWords(line.slice(colon + 1).trim()) };
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
  const match = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(headerOf(part, header));
  return match?.[1] ?? match?.[2] ?? '';
}

function decodeBody(part: Part): Buffer {
  switch (headerOf(part, 'content-transfer-encoding').toLowerCase()) {
    case 'base64':
      return Buffer.from(part.body.toString('latin1'), 'base64');
    case 'quoted-printable':
      return decodeQuotedPrintable(part.body.toString('latin1').replace(/=\r\n/g, ''));
    default:
      return part.body;
  }
}

function decodeQuotedPrintable(text: string): Buffer {
  const decoded = text.replace(/=([0-9A-F]{2})/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  return Buffer.from(decoded, 'latin1');
}

/** Decodes `=?UTF-8?Q?…?=` (RFC 2047). White space between two encoded words is dropped. */
function decodeWords(value: string): string {
  const joined = value.replace(/(\?=)\s+(?==\?)/g, '$1');
  // Decode runs of words together: a character may begin in one word and end in the next.
  return joined.replace(/(?:=\?[\w-]+\?[BQ]\?[^?]*\?=)+/gi, (run) =>
    Buffer.concat(
      [...run.matchAll(/=\?[\w-]+\?([BQ])\?([^?]*)\?=/gi)].map(([, encoding, text = '']) =>
        decodeWord(encoding, text),
      ),
    ).toString(),
  );
}

function decodeWord(encoding: string | undefined, text: string): Buffer {
  return encoding?.toUpperCase() === 'B'
    ? Buffer.from(text, 'base64')
    : decodeQuotedPrintable(text.replaceAll('_', ' '));
}
