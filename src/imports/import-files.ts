import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { ImportDiskFull } from './imports.errors.js';

/** Size and hash of a received file. */
export interface ReceivedFile {
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
}

const DISK_FULL_CODES = new Set(['ENOSPC', 'EDQUOT']);
const FILE_NAME = /^([0-9a-f-]{36})[.]csv(?:[.]part)?$/;

/** Stores uploaded files in the data folder until they are imported. Only the user of the process can read them. */
@Injectable()
export class ImportFiles {
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = join(config.dataDir, 'imports');
  }

  pathOf(id: string): string {
    return join(this.folder, `${id}.csv`);
  }

  /**
   * Streams the content to disk. The final name appears only when the file is complete.
   *
   * @throws ImportDiskFull; any error of the stream
   */
  async store(id: string, content: Readable): Promise<ReceivedFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const partPath = `${this.pathOf(id)}.part`;
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      await pipeline(
        content,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
          }
        },
        createWriteStream(partPath, { mode: 0o600 }),
      );
      await forceToDisk(partPath);
      await rename(partPath, this.pathOf(id));
    } catch (error) {
      await rm(partPath, { force: true });
      throw DISK_FULL_CODES.has((error as NodeJS.ErrnoException).code ?? '') ? new ImportDiskFull() : error;
    }
    return { bytes, sha256: hash.digest('hex') };
  }

  async exists(id: string): Promise<boolean> {
    return access(this.pathOf(id)).then(
      () => true,
      () => false,
    );
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** Lists all files with the time of their last write, in milliseconds since 1970. */
  async list(): Promise<{ id: string; name: string; writtenAt: number }[]> {
    const names = await readdir(this.folder).catch(() => []);
    const files = names.map(async (name) => {
      const id = FILE_NAME.exec(name)?.[1];
      const stats = id === undefined ? undefined : await stat(join(this.folder, name)).catch(() => undefined);
      return id === undefined || stats === undefined ? [] : [{ id, name, writtenAt: stats.mtimeMs }];
    });
    return (await Promise.all(files)).flat();
  }

  /** Deletes a file by the name that {@link list} returned. */
  async removeNamed(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }
}

async function forceToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
