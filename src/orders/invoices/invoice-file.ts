import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '../../platform/common/id.js';

/** The size of a file and the SHA-256 of its content in hex. */
export interface Digest {
  readonly bytes: number;
  readonly sha256: string;
}

/** Suffix of incomplete files. */
export const PART_SUFFIX = '.part';

/**
 * Writes a file that only its owner can read. The write is atomic, also on failures and concurrent writes: a temporary
 * file is written, forced to disk, and renamed.
 *
 * @param write must end the stream
 * @throws errors of `write` or the file system; no file is left behind then
 */
export async function writeInvoiceFile(
  path: string,
  write: (stream: Writable) => Promise<void>,
): Promise<Digest> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporaryPath = `${path}.${newId()}${PART_SUFFIX}`;
  const stream = createWriteStream(temporaryPath, { flags: 'wx', mode: 0o600, flush: true });
  try {
    await write(stream);
    const digest = await digestOf(temporaryPath);
    await rename(temporaryPath, path);
    return digest;
  } catch (error) {
    stream.destroy();
    // Report the original error.
    await rm(temporaryPath, { force: true }).catch(() => undefined);
    throw error;
  }
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
