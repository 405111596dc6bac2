import type { ReadStream } from 'node:fs';
import { access, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { writeAtomically, type FileSource } from '../common/files/atomic-write.js';
import { Config } from '../config/config.js';
import type { TaskType } from './task-type.js';

/** Identity of the file of a task. */
export interface TaskFile {
  readonly type: TaskType;
  readonly id: string;
  /**
   * The attempt that writes the file: an abandoned one never touches the file of its successor. Undefined for an upload,
   * which all attempts read.
   */
  readonly attempt?: number;
}

/** A file on the disk, complete or partial. */
export interface StoredFile extends TaskFile {
  /** Time of the last write, in milliseconds since 1970. */
  readonly writtenAt: number;
}

/** The name of a file, or of a part file of it. */
const FILE_NAME = /^([0-9a-f-]{36})(?:-(\d+))?[.]csv(?:[.].+)?$/;

/** Stores the files of tasks in the data folder, readable by the process's own user only. */
@Injectable()
export class TaskFiles {
  constructor(private readonly config: Config) {}

  pathOf({ type, id, attempt }: TaskFile): string {
    return join(this.folderOf(type), attempt === undefined ? `${id}.csv` : `${id}-${attempt}.csv`);
  }

  /**
   * Writes a file atomically.
   *
   * @returns its size in bytes
   * @throws DiskFullError; any error of the source
   */
  async write(file: TaskFile, source: FileSource): Promise<number> {
    return writeAtomically(this.pathOf(file), source);
  }

  /** Opens a file to read, with its size in bytes; undefined if it is missing. */
  async read(file: TaskFile): Promise<{ stream: ReadStream; bytes: number } | undefined> {
    const handle = await open(this.pathOf(file)).catch(() => undefined);
    if (handle === undefined) return undefined;
    return { bytes: (await handle.stat()).size, stream: handle.createReadStream() };
  }

  async exists(file: TaskFile): Promise<boolean> {
    return access(this.pathOf(file)).then(
      () => true,
      () => false,
    );
  }

  /** Removes a file if it exists. */
  async remove(file: TaskFile): Promise<void> {
    await rm(this.pathOf(file), { force: true });
  }

  /** Removes all files of a type that are not needed, complete or partial. */
  async removeUnneeded(type: TaskType, isNeeded: (file: StoredFile) => Promise<boolean>): Promise<void> {
    const folder = this.folderOf(type);
    for (const name of await readdir(folder).catch(() => [])) {
      const [, id, attempt] = FILE_NAME.exec(name) ?? [];
      if (id === undefined) continue;
      const path = join(folder, name);
      const writtenAt = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => Infinity,
      );
      const file = { type, id, attempt: attempt === undefined ? undefined : Number(attempt), writtenAt };
      if (!(await isNeeded(file))) await rm(path, { force: true });
    }
  }

  private folderOf({ table }: TaskType): string {
    return join(this.config.dataDir, table);
  }
}
