import { Logger } from '@nestjs/common';
import { CleanUpPasswordResets } from '../../../src/auth/passwords/clean-up-password-resets.js';
import { CleanUpSessions } from '../../../src/auth/sessions/clean-up-sessions.js';
import { CleanUpIdempotencyKeys } from '../../../src/orders/checkout/clean-up-idempotency-keys.js';
import { CleanUpInvoiceParts } from '../../../src/orders/invoices/clean-up-invoice-parts.js';
import type { Config } from '../../../src/platform/config/config.js';
import type { Database } from '../../../src/platform/database/database.js';
import { MailFolder } from '../../../src/platform/mail/delivery/mail-folder.js';
import { CleanUpMails } from '../../../src/platform/mail/log/clean-up-mails.js';
import { CleanUpOutbox } from '../../../src/platform/outbox/clean-up-outbox.js';
import { RetentionRegistry } from '../../../src/platform/retention/retention-tasks.js';
import { RunRetention } from '../../../src/platform/retention/run-retention.js';
import { CleanUpScheduleRuns } from '../../../src/platform/schedules/clean-up-schedule-runs.js';
import { CleanUpMonthlyReports } from '../../../src/reports/monthly/clean-up-monthly-reports.js';
import { CleanUpLowStockAlerts } from '../../../src/stock/clean-up-low-stock-alerts.js';
import { CleanUpSignInAttempts } from '../../../src/users/passwords/clean-up-sign-in-attempts.js';
import { CleanUpReminders } from '../../../src/users/reminders/clean-up-reminders.js';
import { userRow } from '../../factories/rows.js';
import { openTestDatabase } from '../stores/database.js';
import { newPlace } from '../stores/engine.js';
import { TestClock } from '../stores/test-clock.js';

/** What a test asks of the clean-up. */
export interface CleaningUp {
  readonly database: Database;
  readonly dataDir: string;
  readonly clock: TestClock;
  readonly cleanUp: RunRetention;
  /** The id of the one user there is. */
  readonly user: string;
}

/**
 * A store of one user and nothing else, with its clean-up, which logs nothing. Exports and imports are not among its
 * steps: how they expire is tested with them.
 */
export async function openCleaningUp(): Promise<CleaningUp> {
  Logger.overrideLogger(false);
  const place = await newPlace();
  const { dataDir } = place;
  const database = await openTestDatabase(place);
  const clock = new TestClock();
  const cleanUps = new RetentionRegistry();
  for (const Step of [
    CleanUpOutbox,
    CleanUpSessions,
    CleanUpPasswordResets,
    CleanUpSignInAttempts,
    CleanUpIdempotencyKeys,
    CleanUpScheduleRuns,
    CleanUpReminders,
    CleanUpLowStockAlerts,
    CleanUpMonthlyReports,
  ])
    new Step(database, cleanUps);
  new CleanUpMails(database, new MailFolder({ dataDir } as Config), cleanUps);
  new CleanUpInvoiceParts({ dataDir } as Config, cleanUps);
  const cleanUp = new RunRetention(cleanUps, clock);
  return { database, dataDir, clock, cleanUp, user: await userRow(database) };
}
