import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DAY_MS } from '../../platform/common/durations.js';
import { listAbandonedParts } from '../../platform/common/files/atomic-write.js';
import { Config } from '../../platform/config/config.js';
import { RetentionRegistry, type RetentionTask } from '../../platform/retention/retention-tasks.js';
import { INVOICES_FOLDER } from '../../documents/files/document-files.js';

/** Far longer than it takes to write an invoice. */
const PART_RETENTION_MS = DAY_MS;

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
    const parts = await listAbandonedParts(this.folder, now - PART_RETENTION_MS);
    for (const path of parts) await rm(path, { force: true });
    return parts.length;
  }
}
