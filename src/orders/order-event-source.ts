import { Injectable } from '@nestjs/common';
import { isId } from '../platform/common/id.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import type { StreamSource, EventBatch } from '../platform/realtime/event-source.js';
import { isFinal, ORDER_STATUSES } from '../rules/order-status/order-status.js';
import type { StatusChange } from './order-view.js';
import type { OrderTimelineEntry } from './orders.dto.js';
import { OrderNotFound } from './orders.errors.js';

/** The timeline of an own order as a source of events. An event's id is its position in the timeline, from 1 on. */
@Injectable()
export class OrderEventSource {
  constructor(private readonly database: Database) {}

  /** Its first look throws OrderNotFound, also for another's order. */
  run(userId: string, orderId: string): StreamSource {
    return { topic: `order:${orderId}`, read: (afterId) => this.news(userId, orderId, afterId) };
  }

  private async news(userId: string, orderId: string, afterId: string | undefined): Promise<EventBatch> {
    const timeline = isId(orderId) ? await this.timeline(userId, orderId) : [];
    const last = timeline.at(-1);
    if (last === undefined) throw new OrderNotFound();
    const events = timeline.map((data, i) => ({ id: String(i + 1), type: 'status', data }));
    // An id that is not one of these is the beginning: it was made up.
    const known = events.findIndex(({ id }) => id === afterId) + 1;
    return { events: events.slice(known), isFinished: isFinal(last.status) };
  }

  /** From placed on, each step at its place: by what the steps are, since the clocks of two processes may differ. */
  private async timeline(userId: string, orderId: string): Promise<OrderTimelineEntry[]> {
    const steps = await this.database.read.rows<StatusChange>(sql`
      SELECT 'placed' AS status, o.timestamp AS at, u.username AS by, CAST(NULL AS text) AS note
      FROM orders o JOIN users u ON u.id = o.user_id WHERE o.id = ${orderId} AND o.user_id = ${userId}
      UNION ALL
      SELECT c.status, c.at, u.username, c.note
      FROM order_status_changes c JOIN orders o ON o.id = c.order_id JOIN users u ON u.id = c.by_id
      WHERE c.order_id = ${orderId} AND o.user_id = ${userId}`);
    return steps
      .toSorted((a, b) => ORDER_STATUSES.indexOf(a.status) - ORDER_STATUSES.indexOf(b.status))
      .map((step) => ({ ...step, at: new Date(step.at).toISOString() }));
  }
}
