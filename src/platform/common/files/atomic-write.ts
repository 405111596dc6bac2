import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { newId } from '../id.js';

/** The content of a file: all bytes, their chunks, or a function that writes to a stream and ends it. */
export type FileSource =
  Uint8Array | AsyncIterable<string | Uint8Array> | ((stream: Writable) => Promise<void>);

/** The disk or the user's quota is full. The partial file has been removed. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError';

  constructor(cause: Error) {
    super(`The disk is full: ${cause.message}`, { cause });
  }
}

const DISK_FULL_CODES: readonly unknown[] = ['ENOSPC', 'EDQUOT'];
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const PART_SUFFIX = '.part';

/**
 * Writes a file so that its path only ever shows complete content, also after failures, crashes and concurrent writes: a
 * part file beside it is written, forced to disk, and renamed. Missing folders are created. Only the owner may use them.
 *
 * @returns its size in bytes
 * @throws DiskFullError, or any other error of the source or the file system; no part file is left behind
 */
export async function writeAtomically(path: string, source: FileSource): Promise<number> {
  await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
  const part = `${path}.${newId()}${PART_SUFFIX}`;
  try {
    const bytes = await writePart(part, source);
    await rename(part, path);
    return bytes;
  } catch (error) {
    // Report the original error.
    await rm(part, { force: true }).catch(() => undefined);
    throw isDiskFull(error) ? new DiskFullError(error) : error;
  }
}

/**
 * Lists the part files of a folder that were last written before an instant: their processes were killed while writing.
 *
 * @param before milliseconds since 1970
 * @returns paths; none if the folder does not exist yet
 */
export async function listAbandonedParts(folder: string, before: number): Promise<string[]> {
  const parts = (await fileNames(folder)).filter((name) => name.endsWith(PART_SUFFIX));
  const paths = parts.map((name) => join(folder, name));
  const times = await Promise.all(paths.map(lastWrittenAt));
  return paths.filter((_, i) => (times[i] ?? Infinity) < before);
}

async function writePart(part: string, source: FileSource): Promise<number> {
  const stream = createWriteStream(part, { flags: 'wx', mode: FILE_MODE, flush: true });
  const closed = finished(stream);
  try {
    await Promise.all([closed, writeTo(stream, source)]);
    return stream.bytesWritten;
  } catch (error) {
    stream.destroy();
    // The part file can only be removed permanently when it is no longer being opened or written.
    await closed.catch(() => undefined);
    throw error;
  }
}

async function writeTo(stream: Writable, source: FileSource): Promise<void> {
  if (typeof source === 'function') await source(stream);
  else if (source instanceof Uint8Array) stream.end(source);
  else await pipeline(source, stream);
}

function isDiskFull(error: unknown): error is Error {
  return error instanceof Error && DISK_FULL_CODES.includes((error as NodeJS.ErrnoException).code);
}

async function fileNames(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Returns undefined if the file has just been renamed or removed. */
async function lastWrittenAt(path: string): Promise<number | undefined> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.mtimeMs;
}
