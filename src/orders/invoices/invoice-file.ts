import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '../../platform/common/id.js';

/** What a file holds, told by its size and its content's SHA-256 in hex. */
export interface Digest {
  readonly bytes: number;
  readonly sha256: string;
}

/** The end of the names of files that are not whole yet. */
export const ASIDE = '.part';

/**
 * Writes a file that its owner alone can read. Under its name it is whole or not there, whatever fails and whoever writes
 * the same at the same time: it is written aside, forced to disk, and renamed.
 *
 * @param write ends the stream
 * @throws what `write` or the file system throws; nothing is left then
 */
export async function writeInvoiceFile(
  path: string,
  write: (stream: Writable) => Promise<void>,
): Promise<Digest> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const aside = `${path}.${newId()}${ASIDE}`;
  const stream = createWriteStream(aside, { flags: 'wx', mode: 0o600, flush: true });
  try {
    await write(stream);
    const digest = await digestOf(aside);
    await rename(aside, path);
    return digest;
  } catch (error) {
    stream.destroy();
    // The first error is the one to tell.
    await rm(aside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** What a file holds, read piece by piece. @throws where it cannot be read */
export async function digestOf(path: string): Promise<Digest> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(path), async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
    }
  });
  return { bytes, sha256: hash.digest('hex') };
}

/** Whether a file is there and holds what it must. @throws where there is one that cannot be read */
export async function holds(path: string, { bytes, sha256 }: Digest): Promise<boolean> {
  try {
    const found = await digestOf(path);
    return found.bytes === bytes && found.sha256 === sha256;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
