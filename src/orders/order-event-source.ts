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
 * Streams the timeline of an own order, and its total when it changes. An event's ID is the position of the latest entry of the
 * timeline, starting at 1.
 */
@Injectable()
export class OrderEventSource {
  constructor(private readonly database: Database) {}

  /** Returns the source of one stream. Its first read throws orders.not-found, also for another shopper's order. */
  run(userId: string, orderId: string): StreamSource {
    // A client that connects loads the order anyway: only what changes later is sent.
    let knownTotal: number | undefined;
    return {
      topics: [`order:${orderId}`],
      read: async (afterId) => {
        const { total, timeline } = await this.progress(userId, orderId);
        const events = statusEvents(timeline, afterId);
        const hasChanged = knownTotal !== undefined && knownTotal !== total;
        knownTotal = total;
        return {
          events: hasChanged ? [...events, totalEvent(total, timeline)] : events,
          isFinished: timeline.some(({ status }) => isFinal(status)),
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

/** @param afterId one that is unknown restarts the stream: it is forged or from another order */
function statusEvents(timeline: Progress['timeline'], afterId: string | undefined): StreamEvent[] {
  const events = timeline.map((data, i) => ({ id: String(i + 1), type: 'status', data }));
  return events.slice(events.findIndex(({ id }) => id === afterId) + 1);
}

function totalEvent(total: number, timeline: Progress['timeline']): StreamEvent {
  return { id: String(timeline.length), type: 'total', data: { total } satisfies OrderTotal };
}
