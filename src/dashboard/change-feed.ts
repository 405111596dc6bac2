import { Injectable } from '@nestjs/common';
import { hash } from 'node:crypto';
import { SECOND_MS } from '../platform/common/durations.js';
import { Database } from '../platform/database/database.js';
import { raw, sql } from '../platform/database/transaction.js';
import { ChangeSignals } from '../platform/realtime/change-signals.js';
import { stateSource, type StreamSource } from '../platform/realtime/event-source.js';
import type { Topic } from '../platform/realtime/topics.js';
import type { ChangesView } from './dashboard.dto.js';

/** On a busy day, changes come faster than screens can be read. Those of a second arrive together. */
const MIN_EVENT_INTERVAL_MS = SECOND_MS;

/** Latest rows of a table that a mark looks at. Two processes may commit rows in another order than that of their IDs. */
const LATEST_ROWS = 20;

const TOPICS = ['orders', 'pick-ticks', 'products', 'dashboard'] as const satisfies readonly Topic[];

/**
 * The one stream of changes for all live screens of the back office. It says what kind of data has changed, and screens look
 * at theirs again. A mark contains the number of signals. It also contains the latest rows, so that each heartbeat finds the
 * changes whose signals got lost.
 */
@Injectable()
export class ChangeFeed {
  constructor(
    private readonly database: Database,
    private readonly signals: ChangeSignals,
  ) {}

  /** Returns a stream source that emits the marks when one of them changes. */
  source(): StreamSource {
    return stateSource({
      topics: TOPICS,
      type: 'changes',
      minIntervalMs: MIN_EVENT_INTERVAL_MS,
      read: () => this.marks(),
    });
  }

  /** Returns the current marks. */
  async marks(): Promise<ChangesView> {
    const counts = TOPICS.map((topic) => this.signals.countOf(topic));
    const [orders, steps, discounts, movements, entries, ticks] = await Promise.all([
      this.latest('orders'),
      this.latest('order_status_changes'),
      this.latest('order_discounts'),
      this.latest('stock_movements'),
      this.latest('audit_entries'),
      this.ticks(),
    ]);
    const [ordered, ticked, stocked, counted] = counts;
    return {
      orders: mark(ordered, orders, steps, discounts),
      pickTicks: mark(ticked, ticks),
      products: mark(stocked, movements, entries),
      figures: mark(counted, orders, movements, entries),
    };
  }

  private async latest(table: string): Promise<string> {
    const rows = await this.database.read.rows<{ id: string }>(
      sql`SELECT id FROM ${raw(table)} ORDER BY id DESC LIMIT ${LATEST_ROWS}`,
    );
    return rows.map(({ id }) => id).join();
  }

  private async ticks(): Promise<string> {
    const rows = await this.database.read.rows<{ item: string }>(
      sql`SELECT item_id AS item FROM pick_ticks ORDER BY at DESC, item_id LIMIT ${LATEST_ROWS}`,
    );
    return rows.map(({ item }) => item).join();
  }
}

/** Returns a short text that differs if one of the parts does. */
function mark(...parts: readonly unknown[]): string {
  return hash('sha1', parts.join(' '), 'base64url').slice(0, 12);
}
