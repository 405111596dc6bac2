import PostalMime, { decodeWords } from 'postal-mime';

/** A parsed message for display. */
export interface EmlMessage {
  readonly headers: { name: string; value: string }[];
  readonly html: string;
  readonly text: string;
  readonly attachments: { filename: string; contentType: string; size: number }[];
}

/** Parses a message that this store has composed. */
export async function parseMessage(source: Buffer): Promise<EmlMessage> {
  const { headers, html = '', text = '', attachments } = await PostalMime.parse(source);
  return {
    headers: headers.map(({ originalKey, value }) => ({ name: originalKey, value: decodeWords(value) })),
    html: withoutFinalNewline(html),
    text: withoutFinalNewline(text),
    attachments: attachments.map(({ filename, mimeType, content }) => ({
      filename: filename ?? '',
      contentType: mimeType,
      size: (content as ArrayBuffer).byteLength,
    })),
  };
}

/** The parser ends each text with a newline that its part does not have. */
function withoutFinalNewline(content: string): string {
  return content.replace(/\n$/, '');
}
