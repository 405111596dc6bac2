import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { SharedCache } from '../../platform/cache/shared-cache.js';
import { dayInTimeZone } from '../../platform/calendar/store-day.js';
import { Clock } from '../../platform/common/clock.js';
import { MINUTE_MS } from '../../platform/common/durations.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';

const WRITE_INTERVAL_MS = MINUTE_MS;

/** Maximum number of users cached. An evicted user costs one needless statement. */
const MAX_TRACKED_USERS = 10_000;

interface CachedActivity {
  readonly at: number;
  /** Latest day that is known to be written. */
  readonly day: string | undefined;
}

/** Records each user's last activity and active days, with at most one write per user and minute. */
@Injectable()
export class ActivityTracker implements BeforeApplicationShutdown {
  private readonly logger = new Logger(ActivityTracker.name);
  private readonly cached = new LRUCache<string, CachedActivity>({ max: MAX_TRACKED_USERS });
  private readonly pendingWrites = new Set<Promise<void>>();
  private isClosing = false;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cache: SharedCache,
  ) {}

  /** Records a user's request. The request neither waits for the write nor fails with it. */
  recordRequest(userId: string): void {
    const now = this.clock.now();
    const previous = this.cached.get(userId);
    if (this.isClosing || (previous !== undefined && now - previous.at < WRITE_INTERVAL_MS)) return;
    this.cached.set(userId, { at: now, day: previous?.day });
    const pending = this.write(userId, now, previous?.day)
      .catch((error: unknown) => this.logger.warn(`Failed to write user activity: ${String(error)}`))
      .finally(() => this.pendingWrites.delete(pending));
    this.pendingWrites.add(pending);
  }

  /** Waits for pending writes while the database is still open. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    await Promise.all(this.pendingWrites);
  }

  private async write(userId: string, now: number, lastDay: string | undefined): Promise<void> {
    const changed = await this.database.write(sql`
      UPDATE users SET last_activity = ${now}
      WHERE id = ${userId} AND (last_activity IS NULL OR last_activity <= ${now - WRITE_INTERVAL_MS})`);
    const day = dayInTimeZone(now, this.config.store.timeZone);
    if (changed === 0 || day === lastDay) return;
    await this.database.write(
      sql`INSERT INTO activity_days (user_id, day) VALUES (${userId}, ${day}) ON CONFLICT (user_id, day) DO NOTHING`,
    );
    this.cache.invalidateSoon('reports');
    this.cached.set(userId, { at: now, day });
  }
}
