import { Injectable } from '@nestjs/common';
import { isId } from '../platform/common/id.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import type { StreamSource, EventBatch } from '../platform/realtime/event-source.js';
import { isFinal, ORDER_STATUSES } from '../rules/order-status/order-status.js';
import type { StatusChange } from './order-view.js';
import type { OrderTimelineEntry } from './orders.dto.js';
import { orderErrors } from './orders.errors.js';

/** Streams the timeline of an own order. An event's ID is its position in the timeline, starting at 1. */
@Injectable()
export class OrderEventSource {
  constructor(private readonly database: Database) {}

  /** Returns the source. Its first read throws orders.not-found, also for another shopper's order. */
  run(userId: string, orderId: string): StreamSource {
    return { topics: [`order:${orderId}`], read: (afterId) => this.readEvents(userId, orderId, afterId) };
  }

  private async readEvents(
    userId: string,
    orderId: string,
    afterId: string | undefined,
  ): Promise<EventBatch> {
    const timeline = isId(orderId) ? await this.timeline(userId, orderId) : [];
    const last = timeline.at(-1);
    if (last === undefined) throw orderErrors['not-found']();
    const events = timeline.map((data, i) => ({ id: String(i + 1), type: 'status', data }));
    // An unknown ID restarts the stream: it is forged or from another order.
    const sent = events.findIndex(({ id }) => id === afterId) + 1;
    return { events: events.slice(sent), isFinished: isFinal(last.status) };
  }

  /** Returns the timeline, including `placed`. Sorted by status, since the clocks of two processes may differ. */
  private async timeline(userId: string, orderId: string): Promise<OrderTimelineEntry[]> {
    const changes = await this.database.read.rows<StatusChange>(sql`
      SELECT 'placed' AS status, o.timestamp AS at, u.username AS by, CAST(NULL AS text) AS note
      FROM orders o JOIN users u ON u.id = COALESCE(o.taken_by, o.user_id) WHERE o.id = ${orderId} AND o.user_id = ${userId}
      UNION ALL
      SELECT c.status, c.at, u.username, c.note
      FROM order_status_changes c JOIN orders o ON o.id = c.order_id JOIN users u ON u.id = c.by_id
      WHERE c.order_id = ${orderId} AND o.user_id = ${userId}`);
    return changes
      .toSorted((a, b) => ORDER_STATUSES.indexOf(a.status) - ORDER_STATUSES.indexOf(b.status))
      .map((change) => ({ ...change, at: toIsoString(change.at) }));
  }
}
