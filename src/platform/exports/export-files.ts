import type { ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

/** Whose file it is. Each attempt has its own, so that one which was given up never touches that of its successor. */
export interface ExportFile {
  readonly id: string;
  readonly attempt: number;
}

/** The disk is full. What was written is gone again. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError';
}

const FULL = new Set(['ENOSPC', 'EDQUOT']);
const NAME = /^([0-9a-f-]{36})-(\d+)[.]csv(?:[.]part)?$/;

/** Keeps the files of exports in the data folder, for the process's own user alone. */
@Injectable()
export class ExportFiles {
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = join(config.dataDir, 'exports');
  }

  /**
   * Writes a file. Under its name it is whole or not there: it is written aside, forced to disk, and renamed.
   *
   * @returns its size in bytes
   * @throws DiskFullError
   */
  async write(file: ExportFile, texts: AsyncIterable<string>): Promise<number> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = this.pathOf(file);
    const aside = `${path}.part`;
    try {
      const bytes = await writeTexts(aside, texts);
      await rename(aside, path);
      return bytes;
    } catch (error) {
      await rm(aside, { force: true });
      throw FULL.has((error as NodeJS.ErrnoException).code ?? '') ? new DiskFullError() : error;
    }
  }

  /** The file to be read, and its size in bytes. Undefined where it is gone. */
  async read(file: ExportFile): Promise<{ stream: ReadStream; bytes: number } | undefined> {
    const handle = await open(this.pathOf(file)).catch(() => undefined);
    if (handle === undefined) return undefined;
    return { bytes: (await handle.stat()).size, stream: handle.createReadStream() };
  }

  /** Removes a file, if it is there. */
  async remove(file: ExportFile): Promise<void> {
    await rm(this.pathOf(file), { force: true });
  }

  /** Every file that there is, whole or not. */
  async all(): Promise<(ExportFile & { readonly name: string })[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.flatMap((name) => {
      const [, id, attempt] = NAME.exec(name) ?? [];
      return id === undefined ? [] : [{ id, attempt: Number(attempt), name }];
    });
  }

  /** Removes a file by the name that {@link all} gave. */
  async removeNamed(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }

  private pathOf({ id, attempt }: ExportFile): string {
    return join(this.folder, `${id}-${attempt}.csv`);
  }
}

async function writeTexts(path: string, texts: AsyncIterable<string>): Promise<number> {
  const handle = await open(path, 'w', 0o600);
  try {
    for await (const text of texts) await handle.appendFile(text);
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}
