import { createReadStream } from 'node:fs';
import type { Encoding } from './file-format.js';

const SAMPLE_BYTES = 4096;
const REPLACEMENT = /\uFFFD/g;
const NOT_ASCII = /[^\0-\x7F]/g;

/** Byte order marks. */
const MARKS: readonly (readonly [encoding: Encoding, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Detects the encoding of a text file: by its byte order mark, by the zero bytes of UTF-16, or by whether its characters
 * beyond ASCII are UTF-8. What is nothing of that is Windows-1252, in which Excel saves CSV in western countries.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  let isFirst = true;
  let characters = 0;
  let broken = 0;
  const decoder = new TextDecoder();
  const count = (text: string): void => {
    characters += text.match(NOT_ASCII)?.length ?? 0;
    broken += text.match(REPLACEMENT)?.length ?? 0;
  };
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const encoding = isFirst ? encodingOfStart(chunk) : undefined;
    if (encoding !== undefined) return encoding;
    isFirst = false;
    count(decoder.decode(chunk, { stream: true }));
  }
  count(decoder.decode());
  // A UTF-8 file with a few damaged characters stays UTF-8, so that its other characters are right.
  return broken === 0 || characters > 2 * broken ? 'utf-8' : 'windows-1252';
}

function encodingOfStart(chunk: Buffer): Encoding | undefined {
  const marked = MARKS.find(([, bytes]) => bytes.every((byte, i) => chunk[i] === byte))?.[0];
  if (marked !== undefined) return marked;
  const sample = chunk.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  // Headings are mostly ASCII, of which every second byte is zero.
  if (odd > sample.length / 4 && even === 0) return 'utf-16le';
  return even > sample.length / 4 && odd === 0 ? 'utf-16be' : undefined;
}
