import type { ReadStream } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { writeAtomically } from '../common/files/atomic-write.js';
import { Config } from '../config/config.js';

/** Identity of a file. Each attempt has its own, so that an abandoned one never touches the file of its successor. */
export interface ExportFile {
  readonly id: string;
  readonly attempt: number;
}

/** The name of a file, or of a part file of it. */
const FILE_NAME = /^([0-9a-f-]{36})-(\d+)[.]csv(?:[.].+)?$/;

/** Stores the files of exports in the data folder, readable by the process's own user only. */
@Injectable()
export class ExportFiles {
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = join(config.dataDir, 'exports');
  }

  /**
   * Writes a file atomically.
   *
   * @returns its size in bytes
   * @throws DiskFullError
   */
  async write(file: ExportFile, texts: AsyncIterable<string>): Promise<number> {
    return writeAtomically(this.pathOf(file), texts);
  }

  /** Opens a file to read, with its size in bytes; undefined if it is missing. */
  async read(file: ExportFile): Promise<{ stream: ReadStream; bytes: number } | undefined> {
    const handle = await open(this.pathOf(file)).catch(() => undefined);
    if (handle === undefined) return undefined;
    return { bytes: (await handle.stat()).size, stream: handle.createReadStream() };
  }

  /** Removes a file if it exists. */
  async remove(file: ExportFile): Promise<void> {
    await rm(this.pathOf(file), { force: true });
  }

  /** Lists all files, complete or partial. */
  async all(): Promise<(ExportFile & { readonly name: string })[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.flatMap((name) => {
      const [, id, attempt] = FILE_NAME.exec(name) ?? [];
      return id === undefined ? [] : [{ id, attempt: Number(attempt), name }];
    });
  }

  /** Removes a file by the name that {@link all} returned. */
  async removeNamed(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }

  private pathOf({ id, attempt }: ExportFile): string {
    return join(this.folder, `${id}-${attempt}.csv`);
  }
}
