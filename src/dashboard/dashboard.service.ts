import { Injectable } from '@nestjs/common';
import { BooksService } from '../books/books.service.js';
import { dayInTimeZone, startOfDay } from '../platform/calendar/store-day.js';
import { Clock } from '../platform/common/clock.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import { stateSource, type StreamSource } from '../platform/realtime/event-source.js';
import type { DashboardView, OpenOrdersView, SameWeekdayView, TodayView } from './dashboard.dto.js';
import { sameWeekdays, type DaySpan } from './same-weekdays.js';

type Waiting = Pick<
  DashboardView,
  'lowStock' | 'outOfStock' | 'pendingAccounts' | 'pendingSectionRequests' | 'failedEvents'
>;

/** Weeks to hold today against: enough that one odd day does not make the rule. */
const WEEKS = 4;

/** Milliseconds: on a busy day there is a change every moment, and nobody reads that fast. */
const PAUSE = 1000;

/** Counts what staff want to see at a glance. Each statement reads an index, but for one pass over the products. */
@Injectable()
export class DashboardService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly books: BooksService,
  ) {}

  /** The figures as they are now. */
  async figures(): Promise<DashboardView> {
    const now = this.clock.now();
    const [today, sameWeekday, openOrders, waiting, books] = await Promise.all([
      this.today(now),
      this.sameWeekday(now),
      this.openOrders(),
      this.waiting(),
      this.books.recent(),
    ]);
    const { balanced, checkedAt } = books;
    const { currency } = this.config.store;
    return { today, sameWeekday, openOrders, currency, ...waiting, books: { balanced, checkedAt } };
  }

  /** The figures each time that they have become others. */
  source(): StreamSource {
    return stateSource({
      topic: 'dashboard',
      type: 'figures',
      pause: PAUSE,
      read: () => this.figures(),
    });
  }

  private async today(now: number): Promise<TodayView> {
    const { timeZone } = this.config.store;
    const since = startOfDay(dayInTimeZone(now, timeZone), timeZone);
    const row = await this.database.read.row<Omit<TodayView, 'since'>>(sql`
      SELECT count(*) AS orders,
             CAST(COALESCE(sum(CASE WHEN status <> 'cancelled' THEN total END), 0) AS bigint) AS revenue,
             count(CASE WHEN status = 'cancelled' THEN 1 END) AS cancelled,
             count(CASE WHEN status = 'delivered' THEN 1 END) AS delivered
      FROM orders WHERE timestamp >= ${since}`);
    return { since: new Date(since).toISOString(), ...required(row) };
  }

  private sameWeekday(now: number): Promise<SameWeekdayView[]> {
    const spans = sameWeekdays(now, this.config.store.timeZone, WEEKS);
    return Promise.all(spans.map((span) => this.soldOn(span)));
  }

  private async soldOn({ day, since, until, end }: DaySpan): Promise<SameWeekdayView> {
    const row = await this.database.read.row<Omit<SameWeekdayView, 'day'>>(sql`
      SELECT count(CASE WHEN timestamp < ${until} THEN 1 END) AS orders,
             CAST(COALESCE(sum(CASE WHEN timestamp < ${until} AND status <> 'cancelled' THEN total END), 0) AS bigint) AS revenue,
             CAST(COALESCE(sum(CASE WHEN status <> 'cancelled' THEN total END), 0) AS bigint) AS "wholeDay"
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

  private async waiting(): Promise<Waiting> {
    const row = await this.database.read.row<Waiting>(sql`
      SELECT stock.*,
             (SELECT count(*) FROM users WHERE role IN ('user', 'store_manager', 'admin') AND status = 'pending')
               AS "pendingAccounts",
             (SELECT count(*) FROM section_requests WHERE status = 'pending') AS "pendingSectionRequests",
             (SELECT count(*) FROM outbox_events WHERE completed_at IS NULL AND failed_at IS NOT NULL) AS "failedEvents"
      FROM (
        SELECT count(CASE WHEN quantity_available < low_stock_threshold THEN 1 END) AS "lowStock",
               count(CASE WHEN quantity_available = 0 THEN 1 END) AS "outOfStock"
        FROM products WHERE deleted_at IS NULL
      ) stock`);
    return required(row);
  }
}

/** A statement that only counts always gives a row. */
function required<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('A count gave no row.');
  return row;
}
