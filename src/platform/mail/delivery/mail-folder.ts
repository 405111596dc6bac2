import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.js';

/** Folder for the mails of a store without an SMTP server: one .eml file each, readable by its owner only. */
@Injectable()
export class MailFolder {
  private readonly path: string;

  constructor({ dataDir }: Config) {
    this.path = join(dataDir, 'mail');
  }

  /** Writes a message atomically, and replaces an existing one. */
  async write(id: string, message: Readable): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    const draft = join(this.path, `.${id}.${randomUUID()}`);
    try {
      await pipeline(message, createWriteStream(draft, { mode: 0o600, flags: 'wx' }));
      await syncFile(draft);
      await rename(draft, this.fileOf(id));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  /** Returns a message as it was written; undefined if there is none. */
  async read(id: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.fileOf(id));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Removes a message if it exists. */
  async remove(id: string): Promise<void> {
    await rm(this.fileOf(id), { force: true });
  }

  private fileOf(id: string): string {
    return join(this.path, `${id}.eml`);
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
