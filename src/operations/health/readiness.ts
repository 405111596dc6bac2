import { Injectable } from '@nestjs/common';
import { SECOND_MS } from '../../platform/common/durations.js';
import { withTimeout } from '../../platform/common/with-timeout.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { operationsErrors } from '../operations.errors.js';

const DATABASE_TIMEOUT_MS = SECOND_MS;

/** Checks whether the process can serve requests, that is, whether its database responds. */
@Injectable()
export class Readiness {
  private query: Promise<boolean> | undefined;

  constructor(private readonly database: Database) {}

  /** @throws ops.not-ready if the database does not respond in time */
  async check(): Promise<void> {
    // One query at a time: probes must not pile up while the database hangs.
    this.query ??= this.queryDatabase().finally(() => (this.query = undefined));
    const isUp = await withTimeout(DATABASE_TIMEOUT_MS, this.query).catch(() => false);
    if (!isUp) throw operationsErrors['not-ready']();
  }

  private async queryDatabase(): Promise<boolean> {
    try {
      await this.database.read.row(sql`SELECT 1 AS one`);
      return true;
    } catch {
      return false;
    }
  }
}
