import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { NoRoomForImport } from './imports.errors.js';

/** What was received. */
export interface ReceivedFile {
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
}

const FULL = new Set(['ENOSPC', 'EDQUOT']);
const NAME = /^([0-9a-f-]{36})[.]csv(?:[.]part)?$/;

/** Keeps files that staff send in the data folder until they are imported, for the process's own user alone. */
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
   * Keeps what comes, piece by piece. Under its name the file is whole or not there.
   *
   * @throws NoRoomForImport; whatever the stream throws
   */
  async keep(id: string, content: Readable): Promise<ReceivedFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const aside = `${this.pathOf(id)}.part`;
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
        createWriteStream(aside, { mode: 0o600 }),
      );
      await forceToDisk(aside);
      await rename(aside, this.pathOf(id));
    } catch (error) {
      await rm(aside, { force: true });
      throw FULL.has((error as NodeJS.ErrnoException).code ?? '') ? new NoRoomForImport() : error;
    }
    return { bytes, sha256: hash.digest('hex') };
  }

  async isThere(id: string): Promise<boolean> {
    return access(this.pathOf(id)).then(
      () => true,
      () => false,
    );
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** Every file that there is, with the time at which it was last written to, in milliseconds since 1970. */
  async all(): Promise<{ id: string; name: string; writtenAt: number }[]> {
    const names = await readdir(this.folder).catch(() => []);
    const files = names.map(async (name) => {
      const id = NAME.exec(name)?.[1];
      const found = id === undefined ? undefined : await stat(join(this.folder, name)).catch(() => undefined);
      return id === undefined || found === undefined ? [] : [{ id, name, writtenAt: found.mtimeMs }];
    });
    return (await Promise.all(files)).flat();
  }

  /** Removes a file by the name that {@link all} gave. */
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
