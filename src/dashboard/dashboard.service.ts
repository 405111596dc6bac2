import { Injectable } from '@nestjs/common';
import { BooksService } from '../books/books.service.js';
import { dayInTimeZone, startOfDay } from '../platform/calendar/store-day.js';
import { Clock } from '../platform/common/clock.js';
import { SECOND_MS } from '../platform/common/durations.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import { stateSource, type StreamSource } from '../platform/realtime/event-source.js';
import { countsAsSale, reachedSince } from '../rules/order-status/order-status-sql.js';
import { lowStock, soldOut } from '../rules/stock-level/low-stock.js';
import {
  COMPARED_WEEKS,
  type DashboardView,
  type OpenOrdersView,
  type SameWeekdayView,
  type TodayView,
} from './dashboard.dto.js';
import { sameWeekdays, type DaySpan } from './same-weekdays.js';

type PendingCounts = Pick<
  DashboardView,
  'lowStock' | 'outOfStock' | 'pendingAccounts' | 'pendingSectionRequests' | 'failedEvents'
>;

/** On a busy day, changes come faster than staff can read them. */
const MIN_EVENT_INTERVAL_MS = SECOND_MS;

/** Counts what staff want to see at a glance. Each statement reads an index, except for one scan of the products. */
@Injectable()
export class DashboardService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly books: BooksService,
  ) {}

  /** Returns the current numbers. */
  async figures(): Promise<DashboardView> {
    const now = this.clock.now();
    const [today, sameWeekday, openOrders, pending, withoutHsn, books] = await Promise.all([
      this.today(now),
      this.sameWeekday(now),
      this.openOrders(),
      this.pending(),
      this.withoutHsn(),
      this.books.recent(),
    ]);
    const { balanced, checkedAt } = books;
    const { currency } = this.config.store;
    return {
      ...{ today, sameWeekday, openOrders, currency, ...pending, withoutHsn },
      books: { balanced, checkedAt },
    };
  }

  /** Returns a stream source that emits the numbers when they change. */
  source(): StreamSource {
    return stateSource({
      topics: ['dashboard'],
      type: 'figures',
      minIntervalMs: MIN_EVENT_INTERVAL_MS,
      read: () => this.figures(),
    });
  }

  private async today(now: number): Promise<TodayView> {
    const { timeZone } = this.config.store;
    const since = startOfDay(dayInTimeZone(now, timeZone), timeZone);
    const row = await this.database.read.row<Omit<TodayView, 'since'>>(sql`
      SELECT placed.orders, placed.revenue,
             (SELECT count(*) FROM orders o WHERE o.status = 'cancelled' AND ${reachedSince(since)}) AS cancelled,
             (SELECT count(*) FROM orders o WHERE o.status = 'delivered' AND ${reachedSince(since)}) AS delivered
      FROM (
        SELECT count(*) AS orders,
               CAST(COALESCE(sum(CASE WHEN ${countsAsSale('status')} THEN total END), 0) AS bigint) AS revenue
        FROM orders WHERE timestamp >= ${since}
      ) placed`);
    return { since: toIsoString(since), ...required(row) };
  }

  private sameWeekday(now: number): Promise<SameWeekdayView[]> {
    const spans = sameWeekdays(now, this.config.store.timeZone, COMPARED_WEEKS);
    return Promise.all(spans.map((span) => this.soldOn(span)));
  }

  private async soldOn({ day, since, until, end }: DaySpan): Promise<SameWeekdayView> {
    const row = await this.database.read.row<Omit<SameWeekdayView, 'day'>>(sql`
      SELECT count(CASE WHEN timestamp < ${until} THEN 1 END) AS orders,
             CAST(COALESCE(sum(CASE WHEN timestamp < ${until} AND ${countsAsSale('status')} THEN total END), 0) AS bigint) AS revenue,
             CAST(COALESCE(sum(CASE WHEN ${countsAsSale('status')} THEN total END), 0) AS bigint) AS "wholeDay"
      FROM orders WHERE timestamp >= ${since} AND timestamp < ${end}`);
    return { day, ...required(row) };
  }

  private async openOrders(): Promise<OpenOrdersView> {
    const row = await this.database.read.row<OpenOrdersView>(sql`
      SELECT (SELECT count(*) FROM orders WHERE status = 'placed') AS placed,
             (SELECT count(*) FROM orders WHERE status = 'packed') AS packed,
             (SELECT count(*) FROM orders WHERE status = 'out_for_delivery') AS "outForDelivery"`);
    return required(row);
  }

  /** Only a store that is registered for the Indian GST needs the codes. */
  private async withoutHsn(): Promise<number> {
    const { read } = this.database;
    const saved = await read.row<{ value: string }>(sql`SELECT value FROM settings WHERE key = 'tax'`);
    const { regime, scheme } = JSON.parse(saved?.value ?? '{}') as { regime?: string; scheme?: string };
    if (regime !== 'gst_in' || scheme !== 'regular') return 0;
    const row = await read.row<{ products: number }>(
      sql`SELECT count(*) AS products FROM products p WHERE p.published = ${true} AND p.hsn IS NULL`,
    );
    return required(row).products;
  }

  private async pending(): Promise<PendingCounts> {
    const row = await this.database.read.row<PendingCounts>(sql`
      SELECT stock.*,
             (SELECT count(*) FROM users WHERE role IN ('user', 'store_manager', 'admin') AND status = 'pending')
               AS "pendingAccounts",
             (SELECT count(*) FROM section_requests WHERE status = 'pending') AS "pendingSectionRequests",
             (SELECT count(*) FROM outbox_events WHERE completed_at IS NULL AND failed_at IS NOT NULL) AS "failedEvents"
      FROM (
        SELECT count(CASE WHEN ${lowStock()} THEN 1 END) AS "lowStock",
               count(CASE WHEN ${soldOut()} THEN 1 END) AS "outOfStock"
        FROM products p WHERE p.published = ${true}
      ) stock`);
    return required(row);
  }
}

/** A statement that only counts always returns a row. */
function required<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('The count query returned no row');
  return row;
}
