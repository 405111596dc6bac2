import { createHash, type Hash } from 'node:crypto';
import { access, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DiskFullError, writeAtomically } from '../platform/common/files/atomic-write.js';
import { Config } from '../platform/config/config.js';
import { ImportDiskFull } from './imports.errors.js';

/** Size and hash of a received file. */
export interface ReceivedFile {
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
}

/** The name of a file, or of a part file of it. */
const FILE_NAME = /^([0-9a-f-]{36})[.]csv(?:[.].+)?$/;

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
   * Streams the content to disk. The file appears when it is complete.
   *
   * @throws ImportDiskFull; any error of the stream
   */
  async store(id: string, content: Readable): Promise<ReceivedFile> {
    const hash = createHash('sha256');
    try {
      const bytes = await writeAtomically(this.pathOf(id), hashed(content, hash));
      return { bytes, sha256: hash.digest('hex') };
    } catch (error) {
      throw error instanceof DiskFullError ? new ImportDiskFull() : error;
    }
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

async function* hashed(chunks: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
