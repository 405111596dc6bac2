import { Injectable } from '@nestjs/common';
import { BooksService } from '../../books/books.service.js';
import { CacheMetrics } from '../../platform/cache/cache-metrics.js';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { EventStreams } from '../../platform/realtime/event-streams.js';
import { Metrics } from './metrics.js';

/** What the store itself has to tell: how far its outbox is behind, who listens, and that its books balance. */
@Injectable()
export class StoreMetrics {
  constructor(
    metrics: Metrics,
    streams: EventStreams,
    cache: CacheMetrics,
    private readonly books: BooksService,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {
    const gauges = {
      outbox_open_events: ['Events that are not worked on yet.', () => this.openEvents()],
      outbox_failed_events: [
        'Events that failed for good, and wait for an admin.',
        () => this.failedEvents(),
      ],
      outbox_oldest_open_event_seconds: ['How long the oldest open event waits.', () => this.oldestEvent()],
      books_differing: [
        'Products whose stock is not what their ledger says, and orders whose total is not what their items say. Must be 0.',
        () => this.differing(),
      ],
      event_streams_open: ['Event streams that somebody reads.', () => streams.count],
    } as const;
    for (const [name, [help, read]] of Object.entries(gauges)) {
      metrics.show({ kind: 'gauge', name: `grocery_store_${name}`, help, read });
    }
    showCache(metrics, cache);
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

  private async oldestEvent(): Promise<number> {
    const row = await this.database.read.row<{ since: number | null }>(
      sql`SELECT min(created_at) AS since FROM outbox_events WHERE completed_at IS NULL AND failed_at IS NULL`,
    );
    const now = this.clock.now();
    return (now - (row?.since ?? now)) / 1000;
  }

  private async differing(): Promise<number> {
    const { products, orders } = await this.books.recent();
    return products.differing + orders.differing;
  }
}

/** How often the cache had the answer, by group. */
function showCache(metrics: Metrics, cache: CacheMetrics): void {
  for (const { group } of cache.byGroup()) {
    const of = (what: 'asked' | 'memoryHits' | 'redisHits' | 'loads'): number =>
      cache.byGroup().find((one) => one.group === group)?.[what] ?? 0;
    const counters = {
      asked_total: ['Questions that the cache was asked', () => of('asked')],
      memory_hits_total: ["Answers out of this process's memory", () => of('memoryHits')],
      redis_hits_total: ['Answers out of Redis', () => of('redisHits')],
      loads_total: ['Answers that were loaded from the database', () => of('loads')],
    } as const;
    for (const [name, [help, read]] of Object.entries(counters)) {
      metrics.show({
        kind: 'counter',
        name: `grocery_store_cache_${group}_${name}`,
        help: `${help}: ${group}.`,
        read,
      });
    }
  }
  metrics.show({
    kind: 'counter',
    name: 'grocery_store_cache_redis_failures_total',
    help: 'Calls of the cache to Redis that failed or came too late.',
    read: () => cache.redisFailures,
  });
  metrics.show({
    kind: 'counter',
    name: 'grocery_store_cache_answers_given_again_total',
    help: 'Whole answers that were given once more, since nothing had changed.',
    read: () => cache.responseCacheHits,
  });
}
