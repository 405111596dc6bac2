import { createHash } from 'node:crypto';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/**
 * Hashes the rows of a file, so that it is known again under other headings: neither the heading row, nor a byte order
 * mark, nor the kind and number of line breaks count.
 */
export class RowsHash {
  private readonly hash = createHash('sha256');
  private isHeading = true;
  private hasHeading = false;
  private isQuoted = false;
  private hasRows = false;
  private isBreakPending = false;

  /** Takes the next bytes of the file. */
  update(chunk: Buffer): void {
    let at = this.isHeading ? this.endOfHeading(chunk) : 0;
    while (at < chunk.length) {
      const start = at;
      while (at < chunk.length && !isBreak(chunk[at])) at++;
      if (at > start) this.add(chunk.subarray(start, at));
      while (at < chunk.length && isBreak(chunk[at])) {
        this.isBreakPending = true;
        at++;
      }
    }
  }

  /** Returns the SHA-256 of the rows, in hexadecimal. */
  digest(): string {
    return this.hash.digest('hex');
  }

  /** Line breaks are added as one, between two lines: those at the ends of the file do not count. */
  private add(bytes: Buffer): void {
    if (this.isBreakPending && this.hasRows) this.hash.update('\n');
    this.isBreakPending = false;
    this.hasRows = true;
    this.hash.update(bytes);
  }

  /** Returns the offset behind the heading row, or the length of a chunk in which it does not end. */
  private endOfHeading(chunk: Buffer): number {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === QUOTE) this.isQuoted = !this.isQuoted;
      if (!isBreak(byte)) this.hasHeading = true;
      else if (this.hasHeading && !this.isQuoted) {
        this.isHeading = false;
        return at;
      }
    }
    return chunk.length;
  }
}

function isBreak(byte: number | undefined): boolean {
  return byte === LINE_FEED || byte === RETURN;
}
