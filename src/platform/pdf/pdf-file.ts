import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeAtomically } from '../common/files/atomic-write.js';

/** The size of a file and the SHA-256 of its content in hex. */
export interface Digest {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes a file atomically and returns its digest. Only its owner can read it.
 *
 * @param write must end the stream
 * @throws errors of `write` or the file system
 */
export async function writePdfFile(
  path: string,
  write: (stream: Writable) => Promise<void>,
): Promise<Digest> {
  await writeAtomically(path, write);
  return digestOf(path);
}

/** Computes the digest of a file in chunks. @throws if the file cannot be read */
export async function digestOf(path: string): Promise<Digest> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  });
  return { bytes, sha256: hash.digest('hex') };
}

/** Returns true if the file exists and matches the digest. @throws if it exists but cannot be read */
export async function holds(path: string, { bytes, sha256 }: Digest): Promise<boolean> {
  try {
    const actual = await digestOf(path);
    return actual.bytes === bytes && actual.sha256 === sha256;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
