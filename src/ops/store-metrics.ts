import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { sql } from '../database/transaction.js';
import { EventStreams } from '../live/event-streams.js';
import { BooksService } from './books.service.js';
import { Metrics } from './metrics.js';

/** Milliseconds. The books are proved by reading all of them, which is not to happen at every scrape. */
const BOOKS_STAY_FRESH = 5 * 60_000;

/** What the store itself has to tell: how far its outbox is behind, who listens, and that its books balance. */
@Injectable()
export class StoreMetrics {
  private books: { readonly checkedAt: number; readonly differing: Promise<number> } | undefined;

  constructor(
    metrics: Metrics,
    streams: EventStreams,
    private readonly booksService: BooksService,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {
    const gauges = {
      outbox_open_events: ['Events that are not worked on yet.', () => this.openEvents()],
      outbox_failing_events: ['Open events that were tried without success.', () => this.failingEvents()],
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
  }

  private async openEvents(): Promise<number> {
    const row = await this.database.read.row<{ open: number }>(
      sql`SELECT count(*) AS open FROM outbox_events WHERE completed_at IS NULL`,
    );
    return row?.open ?? NaN;
  }

  private async failingEvents(): Promise<number> {
    const row = await this.database.read.row<{ failing: number }>(
      sql`SELECT count(*) AS failing FROM outbox_events WHERE completed_at IS NULL AND attempts > 0`,
    );
    return row?.failing ?? NaN;
  }

  private async oldestEvent(): Promise<number> {
    const row = await this.database.read.row<{ since: number | null }>(
      sql`SELECT min(created_at) AS since FROM outbox_events WHERE completed_at IS NULL`,
    );
    const now = this.clock.now();
    return (now - (row?.since ?? now)) / 1000;
  }

  /** As it was found in the last minutes. What fails is tried again at the next scrape. */
  private differing(): Promise<number> {
    const now = this.clock.now();
    if (this.books !== undefined && now - this.books.checkedAt < BOOKS_STAY_FRESH)
      return this.books.differing;
    const differing = this.booksService
      .check()
      .then(({ products, orders }) => products.differing + orders.differing);
    differing.catch(() => (this.books = undefined));
    this.books = { checkedAt: now, differing };
    return differing;
  }
}
