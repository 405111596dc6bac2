import { Injectable } from '@nestjs/common';
import { BooksService } from '../../books/books.service.js';
import { CacheMetrics } from '../../platform/cache/cache-metrics.js';
import { Clock } from '../../platform/common/clock.js';
import { SECOND_MS } from '../../platform/common/durations.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { sum } from '../../rules/pricing/quote.js';
import { DiskSpace } from '../health/disk-space.js';
import { EventStreams } from '../../platform/realtime/event-streams.js';
import { Metrics } from './metrics.js';

/** Registers the store's metrics: outbox lag, open event streams, and whether the books balance. */
@Injectable()
export class StoreMetrics {
  constructor(
    metrics: Metrics,
    streams: EventStreams,
    cache: CacheMetrics,
    disk: DiskSpace,
    private readonly books: BooksService,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {
    const gauges = {
      outbox_open_events: ['Pending outbox events.', () => this.openEvents()],
      outbox_failed_events: ['Outbox events that failed and wait for an admin.', () => this.failedEvents()],
      outbox_oldest_open_event_seconds: ['Age of the oldest pending outbox event.', () => this.oldestEvent()],
      books_differing: [
        'Products, order items, orders and documents that do not balance. Must be 0.',
        () => this.differing(),
      ],
      mails_held: ['Mails and chat messages that were held back.', () => this.heldMails()],
      disk_free_bytes: ['Free bytes on the disk of the data folder.', () => disk.freeBytes()],
      event_streams_open: ['Open event streams.', () => streams.count],
    } as const;
    for (const [name, [help, read]] of Object.entries(gauges)) {
      metrics.register({ kind: 'gauge', name: `grocery_store_${name}`, help, read });
    }
    registerCache(metrics, cache);
  }

  private async openEvents(): Promise<number> {
    const row = await this.database.read.row<{ open: number }>(
      sql`SELECT count(*) AS open FROM outbox_events WHERE completed_at IS NULL AND failed_at IS NULL`,
    );
    return row?.open ?? NaN;
  }

  private async failedEvents(): Promise<number> {
    const row = await this.database.read.row<{ failed: number }>(
      sql`SELECT count(*) AS failed FROM outbox_events WHERE completed_at IS NULL AND failed_at IS NOT NULL`,
    );
    return row?.failed ?? NaN;
  }

  private async heldMails(): Promise<number> {
    const row = await this.database.read.row<{ held: number }>(
      sql`SELECT count(*) AS held FROM mails WHERE held_at IS NOT NULL`,
    );
    return row?.held ?? NaN;
  }

  private async oldestEvent(): Promise<number> {
    const row = await this.database.read.row<{ since: number | null }>(
      sql`SELECT min(created_at) AS since FROM outbox_events WHERE completed_at IS NULL AND failed_at IS NULL`,
    );
    const now = this.clock.now();
    return (now - (row?.since ?? now)) / SECOND_MS;
  }

  private async differing(): Promise<number> {
    const { products, items, orders, documents } = await this.books.recent();
    return sum([products, items, orders, documents].map((part) => part.differing));
  }
}

/** Registers the cache's counters by group. */
function registerCache(metrics: Metrics, cache: CacheMetrics): void {
  for (const { group } of cache.byGroup()) {
    const of = (what: 'asked' | 'memoryHits' | 'redisHits' | 'loads'): number =>
      cache.byGroup().find((one) => one.group === group)?.[what] ?? 0;
    const counters = {
      asked_total: ['Cache lookups', () => of('asked')],
      memory_hits_total: ['Lookups served from memory', () => of('memoryHits')],
      redis_hits_total: ['Lookups served from Redis', () => of('redisHits')],
      loads_total: ['Lookups loaded from the database', () => of('loads')],
    } as const;
    for (const [name, [help, read]] of Object.entries(counters)) {
      metrics.register({
        kind: 'counter',
        name: `grocery_store_cache_${group}_${name}`,
        help: `${help}: ${group}.`,
        read,
      });
    }
  }
  metrics.register({
    kind: 'counter',
    name: 'grocery_store_cache_redis_failures_total',
    help: 'Redis calls of the cache that failed or timed out.',
    read: () => cache.redisFailures,
  });
  metrics.register({
    kind: 'counter',
    name: 'grocery_store_cache_answers_given_again_total',
    help: 'Responses served from the response cache.',
    read: () => cache.responseCacheHits,
  });
}
