import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { RetentionRegistry, type RetentionTask } from '../../platform/retention/retention-tasks.js';
import { ASIDE } from './invoice-file.js';
import { INVOICES_FOLDER } from './invoices.js';

/** Nobody writes an invoice for so long. */
const ABANDONED_AFTER = 24 * 60 * 60_000;

/** Halves of invoices that a process left when it was ended in the middle. */
@Injectable()
export class CleanUpInvoiceParts implements RetentionTask {
  readonly name = 'orders.invoice-parts';
  private readonly folder: string;

  constructor(config: Config, retention: RetentionRegistry) {
    this.folder = join(config.dataDir, INVOICES_FOLDER);
    retention.add(this);
  }

  async run(now: number): Promise<number> {
    const parts = (await namesIn(this.folder)).filter((name) => name.endsWith(ASIDE));
    let removed = 0;
    for (const name of parts) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found === undefined || found.mtimeMs > now - ABANDONED_AFTER) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }
}

/** None where there is no folder yet. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
