import { createHash } from 'node:crypto';

/** Returns the hash of a document, which contains that of the document before it in the series; blank before the first. */
export function chainedSha256(previousSha256: string, content: string): string {
  return sha256(`${previousSha256}\n${content}`);
}

/** Returns the SHA-256 of a text, in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
