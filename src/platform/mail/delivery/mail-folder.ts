import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { writeAtomically } from '../../common/files/atomic-write.js';
import { Config } from '../../config/config.js';

const ENDING = '.eml';

/** Folder for the mails of a store without an SMTP server: one .eml file each, readable by its owner only. */
@Injectable()
export class MailFolder {
  private readonly path: string;

  constructor({ dataDir }: Config) {
    this.path = join(dataDir, 'mail');
  }

  /** Writes a message atomically, and replaces an existing one. */
  async write(id: string, message: Readable): Promise<void> {
    await writeAtomically(this.fileOf(id), message);
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

  /** Returns the IDs of all messages, newest first: an ID begins with the time at which the mail was created. */
  async ids(): Promise<string[]> {
    const files = await readdir(this.path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    });
    const messages = files.filter((file) => file.endsWith(ENDING));
    return messages
      .map((file) => file.slice(0, -ENDING.length))
      .sort()
      .reverse();
  }

  /** Removes a message if it exists. */
  async remove(id: string): Promise<void> {
    await rm(this.fileOf(id), { force: true });
  }

  private fileOf(id: string): string {
    return join(this.path, `${id}${ENDING}`);
  }
}
