import { Injectable } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { NotReady } from '../operations.errors.js';

const MILLISECONDS_TO_ANSWER = 1000;

/** Whether the store can serve, which is whether its database answers. */
@Injectable()
export class Readiness {
  private asked: Promise<boolean> | undefined;

  constructor(private readonly database: Database) {}

  /** @throws NotReady where the database does not answer within a second */
  async check(): Promise<void> {
    // One question at a time: on a database that hangs, probes must not pile up.
    this.asked ??= this.ask().finally(() => (this.asked = undefined));
    const patience = new AbortController();
    const tooLate = setTimeout(MILLISECONDS_TO_ANSWER, false, { signal: patience.signal }).catch(() => false);
    const answered = await Promise.race([this.asked, tooLate]);
    patience.abort();
    if (!answered) throw new NotReady();
  }

  private async ask(): Promise<boolean> {
    try {
      await this.database.read.row(sql`SELECT 1 AS one`);
      return true;
    } catch {
      return false;
    }
  }
}
