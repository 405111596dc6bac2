import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { sql } from '../database/transaction.js';
import { stateSource, type EventSource } from '../live/event-source.js';
import type { DashboardView, OpenOrdersView, TodayView } from './dashboard.dto.js';
import { dayStart } from './day-start.js';

type Waiting = Pick<
  DashboardView,
  'lowStock' | 'outOfStock' | 'pendingAccounts' | 'pendingSectionRequests' | 'failingEvents'
>;

/** Milliseconds: on a busy day there is a change every moment, and nobody reads that fast. */
const PAUSE = 1000;

/** Counts what staff want to see at a glance. Each statement reads an index, but for one pass over the products. */
@Injectable()
export class DashboardService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The figures as they are now. */
  async figures(): Promise<DashboardView> {
    const [today, openOrders, waiting] = await Promise.all([this.today(), this.openOrders(), this.waiting()]);
    return { today, openOrders, currency: this.config.store.currency, ...waiting };
  }

  /** The figures each time that they have become others. */
  source(): EventSource {
    return stateSource({
      topic: 'dashboard',
      type: 'figures',
      pause: PAUSE,
      read: () => this.figures(),
    });
  }

  private async today(): Promise<TodayView> {
    const since = dayStart(this.clock.now(), this.config.store.timeZone);
    const row = await this.database.read.row<Omit<TodayView, 'since'>>(sql`
      SELECT count(*) AS orders,
             CAST(COALESCE(sum(CASE WHEN status <> 'cancelled' THEN total END), 0) AS bigint) AS revenue,
             count(CASE WHEN status = 'cancelled' THEN 1 END) AS cancelled,
             count(CASE WHEN status = 'delivered' THEN 1 END) AS delivered
      FROM orders WHERE timestamp >= ${since}`);
    return { since: new Date(since).toISOString(), ...required(row) };
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
             (SELECT count(*) FROM outbox_events WHERE completed_at IS NULL AND attempts > 0) AS "failingEvents"
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
