import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { SharedCache } from '../../platform/cache/shared-cache.js';
import { dayInTimeZone } from '../../platform/calendar/store-day.js';
import { Clock } from '../../platform/common/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';

const MINUTE = 60_000;

/** Beyond it the longest known are forgotten, which costs them one needless statement. */
const MAX_TRACKED_USERS = 10_000;

interface Noted {
  readonly at: number;
  /** The last day that is known to be written. */
  readonly day: string | undefined;
}

/** Keeps when each user was last active, and on which days, at the cost of one write per user and minute at most. */
@Injectable()
export class ActivityTracker implements BeforeApplicationShutdown {
  private readonly logger = new Logger(ActivityTracker.name);
  private readonly noted = new Map<string, Noted>();
  private readonly underWay = new Set<Promise<void>>();
  private isClosing = false;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cache: SharedCache,
  ) {}

  /** Takes note of a request of a user. The request does not wait for it, and does not fail with it. */
  note(userId: string): void {
    const now = this.clock.now();
    const before = this.noted.get(userId);
    if (this.isClosing || (before !== undefined && now - before.at < MINUTE)) return;
    this.remember(userId, { at: now, day: before?.day });
    const writing = this.write(userId, now, before?.day)
      .catch((error: unknown) => this.logger.warn(`The activity of a user was not written: ${String(error)}`))
      .finally(() => this.underWay.delete(writing));
    this.underWay.add(writing);
  }

  /** What is being written is finished while the database is still open. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    await Promise.all(this.underWay);
  }

  private async write(userId: string, now: number, lastDay: string | undefined): Promise<void> {
    const changed = await this.database.write(sql`
      UPDATE users SET last_activity = ${now}
      WHERE id = ${userId} AND (last_activity IS NULL OR last_activity <= ${now - MINUTE})`);
    const day = dayInTimeZone(now, this.config.store.timeZone);
    if (changed === 0 || day === lastDay) return;
    await this.database.write(
      sql`INSERT INTO activity_days (user_id, day) VALUES (${userId}, ${day}) ON CONFLICT (user_id, day) DO NOTHING`,
    );
    this.cache.invalidateSoon('reports');
    this.remember(userId, { at: now, day });
  }

  private remember(userId: string, noted: Noted): void {
    this.noted.delete(userId);
    this.noted.set(userId, noted);
    const [longestKnown] = this.noted.keys();
    if (this.noted.size > MAX_TRACKED_USERS && longestKnown !== undefined) this.noted.delete(longestKnown);
  }
}
