import type { ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

/** Identity of a file. Each attempt has its own, so that an abandoned one never touches the file of its successor. */
export interface ExportFile {
  readonly id: string;
  readonly attempt: number;
}

/** The disk is full. The partial file has been deleted. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError';
}

const DISK_FULL_CODES = new Set(['ENOSPC', 'EDQUOT']);
const FILE_NAME = /^([0-9a-f-]{36})-(\d+)[.]csv(?:[.]part)?$/;

/** Stores the files of exports in the data folder, readable by the process's own user only. */
@Injectable()
export class ExportFiles {
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = join(config.dataDir, 'exports');
  }

  /**
   * Writes a file atomically: to a temporary file, which is synced to disk and then renamed.
   *
   * @returns its size in bytes
   * @throws DiskFullError
   */
  async write(file: ExportFile, texts: AsyncIterable<string>): Promise<number> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = this.pathOf(file);
    const temporaryPath = `${path}.part`;
    try {
      const bytes = await writeTexts(temporaryPath, texts);
      await rename(temporaryPath, path);
      return bytes;
    } catch (error) {
      await rm(temporaryPath, { force: true });
      throw DISK_FULL_CODES.has((error as NodeJS.ErrnoException).code ?? '') ? new DiskFullError() : error;
    }
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
