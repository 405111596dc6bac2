import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { RetentionRegistry, type RetentionTask } from '../../platform/retention/retention-tasks.js';
import { PART_SUFFIX } from './invoice-file.js';
import { INVOICES_FOLDER } from './invoices.js';

/** Far longer than it takes to write an invoice. */
const PART_RETENTION_MS = 24 * 60 * 60_000;

/** Deletes incomplete invoice files of processes that were killed while writing. */
@Injectable()
export class CleanUpInvoiceParts implements RetentionTask {
  readonly name = 'orders.invoice-parts';
  private readonly folder: string;

  constructor(config: Config, retention: RetentionRegistry) {
    this.folder = join(config.dataDir, INVOICES_FOLDER);
    retention.add(this);
  }

  async run(now: number): Promise<number> {
    const parts = (await fileNames(this.folder)).filter((name) => name.endsWith(PART_SUFFIX));
    let removed = 0;
    for (const name of parts) {
      const path = join(this.folder, name);
      const stats = await stat(path).catch(() => undefined);
      if (stats === undefined || stats.mtimeMs > now - PART_RETENTION_MS) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }
}

/** Returns no names if the folder does not exist yet. */
async function fileNames(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
