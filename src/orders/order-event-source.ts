import { Injectable } from '@nestjs/common';
import { isId } from '../platform/common/id.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import type { StreamEvent, StreamSource } from '../platform/realtime/event-source.js';
import { isFinal, ORDER_STATUSES } from '../rules/order-status/order-status.js';
import type { StatusChange } from './order-view.js';
import type { OrderTimelineEntry, OrderTotal } from './orders.dto.js';
import { orderErrors } from './orders.errors.js';

/** The timeline of an order with what the order costs now. */
interface Progress {
  readonly total: number;
  readonly timeline: readonly OrderTimelineEntry[];
}

interface ProgressRow extends StatusChange {
  readonly total: number;
}

/**
 * Streams the timeline of an own order, and its total when it changes. The ID of an event is what a client knows with it: the position of
 * the latest entry of the timeline, starting at 1, and the total, such as 2:16200.
 */
@Injectable()
export class OrderEventSource {
  constructor(private readonly database: Database) {}

  /** Returns the source. Its first read throws orders.not-found, also for another shopper's order. */
  run(userId: string, orderId: string): StreamSource {
    return {
      topics: [`order:${orderId}`],
      read: async (afterId) => {
        const progress = await this.progress(userId, orderId);
        return {
          events: eventsAfter(afterId, progress),
          isFinished: progress.timeline.some(({ status }) => isFinal(status)),
        };
      },
    };
  }

  /** Sorts the timeline, including `placed`, by status: the clocks of two processes may differ. @throws orders.not-found */
  private async progress(userId: string, orderId: string): Promise<Progress> {
    const rows = isId(orderId)
      ? await this.database.read.rows<ProgressRow>(sql`
          SELECT 'placed' AS status, o.timestamp AS at, u.username AS by, CAST(NULL AS text) AS note, o.total
          FROM orders o JOIN users u ON u.id = COALESCE(o.taken_by, o.user_id)
          WHERE o.id = ${orderId} AND o.user_id = ${userId}
          UNION ALL
          SELECT c.status, c.at, u.username, c.note, o.total
          FROM order_status_changes c JOIN orders o ON o.id = c.order_id JOIN users u ON u.id = c.by_id
          WHERE c.order_id = ${orderId} AND o.user_id = ${userId}`)
      : [];
    const [first] = rows;
    if (first === undefined) throw orderErrors['not-found']();
    const timeline = rows
      .toSorted((a, b) => ORDER_STATUSES.indexOf(a.status) - ORDER_STATUSES.indexOf(b.status))
      .map(({ total: _, ...change }) => ({ ...change, at: toIsoString(change.at) }));
    return { total: first.total, timeline };
  }
}

/** @param afterId one that is unknown restarts the stream: it is forged or from another order. Without a total it is that of the order. */
function eventsAfter(afterId: string | undefined, { total, timeline }: Progress): StreamEvent[] {
  const [, position = '0', knownTotal = String(total)] =
    /^(\d{1,2})(?::(\d{1,16}))?$/.exec(afterId ?? '') ?? [];
  const known = Number(position) <= timeline.length ? Number(position) : 0;
  const events = timeline.map((data, i) => ({ id: `${i + 1}:${total}`, type: 'status', data })).slice(known);
  if (known === 0 || knownTotal === String(total)) return events;
  const data: OrderTotal = { total };
  return [...events, { id: `${timeline.length}:${total}`, type: 'total', data }];
}
