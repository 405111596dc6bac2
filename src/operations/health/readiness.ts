import { Injectable } from '@nestjs/common';
import { SECOND_MS } from '../../platform/common/durations.js';
import { withTimeout } from '../../platform/common/with-timeout.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { Serving } from '../../platform/http/serving.js';
import { operationsErrors, type FailedCheck } from '../operations.errors.js';
import { DiskSpace } from './disk-space.js';

const DATABASE_TIMEOUT_MS = SECOND_MS;

/** Checks whether the process can serve requests: its database responds, its disk has space, and it is not shutting down. */
@Injectable()
export class Readiness {
  private query: Promise<boolean> | undefined;

  constructor(
    private readonly database: Database,
    private readonly disk: DiskSpace,
    private readonly serving: Serving,
  ) {}

  /** @throws ops.not-ready with the failed checks */
  async check(): Promise<void> {
    // A shutdown is known at once, whatever else hangs.
    if (this.serving.isEnding) throw operationsErrors['not-ready']({ failed: ['shutdown'] });
    const [isUp, hasSpace] = await Promise.all([this.isDatabaseUp(), this.disk.isAvailable()]);
    const failed: FailedCheck[] = [
      ...(isUp ? [] : ['database' as const]),
      ...(hasSpace ? [] : ['disk' as const]),
    ];
    if (failed.length > 0) throw operationsErrors['not-ready']({ failed });
  }

  private async isDatabaseUp(): Promise<boolean> {
    // One query at a time: probes must not pile up while the database hangs.
    this.query ??= this.queryDatabase().finally(() => (this.query = undefined));
    return withTimeout(DATABASE_TIMEOUT_MS, this.query).catch(() => false);
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
