import { Logger } from '@nestjs/common';
import { CleanUpInvoiceParts } from '../../../src/orders/invoices/clean-up-invoice-parts.js';
import type { Config } from '../../../src/platform/config/config.js';
import type { Database } from '../../../src/platform/database/database.js';
import { MailFolder } from '../../../src/platform/mail/delivery/mail-folder.js';
import { CleanUpMails } from '../../../src/platform/mail/log/clean-up-mails.js';
import { RetentionRegistry } from '../../../src/platform/retention/retention-tasks.js';
import { RunRetention } from '../../../src/platform/retention/run-retention.js';
import { insertUser } from '../../factories/rows.js';
import { openTestDatabase } from '../stores/database.js';
import { createStoreLocation } from '../stores/engine.js';
import { TestClock } from '../stores/test-clock.js';

/** The parts of the retention that tests use. */
export interface RetentionStore {
  readonly database: Database;
  readonly dataDir: string;
  readonly clock: TestClock;
  readonly cleanUp: RunRetention;
  /** The ID of the only user. */
  readonly user: string;
}

/**
 * Opens a store with one user and its retention, with logging off. Exports and imports are not included: their own
 * tests cover how they expire.
 */
export async function openRetentionStore(): Promise<RetentionStore> {
  Logger.overrideLogger(false);
  const location = await createStoreLocation();
  const { dataDir } = location;
  const database = await openTestDatabase(location);
  const clock = new TestClock();
  const registry = new RetentionRegistry();
  new CleanUpMails(database, new MailFolder({ dataDir } as Config), registry);
  new CleanUpInvoiceParts({ dataDir } as Config, registry);
  const cleanUp = new RunRetention(registry, database, clock);
  return { database, dataDir, clock, cleanUp, user: await insertUser(database) };
}
