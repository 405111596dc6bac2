import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Clock } from '../../platform/common/clock.js';
import { toIsoString } from '../../platform/common/iso-time.js';
import { Database } from '../../platform/database/database.js';
import { join, sql, type Transaction } from '../../platform/database/transaction.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import type { OrderStatus } from '../../rules/order-status/order-status.js';
import type { PickTickChange, PickTickState } from './pick-ticks.dto.js';

/**
 * Statuses in which lines are ticked one by one. A tick for a cancelled order says that the goods were fetched when the
 * cancellation came, so that they are put back.
 */
const TICKED_BY_LINE: ReadonlySet<OrderStatus> = new Set<OrderStatus>(['placed', 'cancelled']);

interface Line {
  readonly id: string;
  readonly orderId: string;
}

interface StateRow {
  readonly itemId: string;
  readonly orderId: string;
  readonly status: OrderStatus;
  readonly by: string | null;
  readonly at: number | null;
}

/** Ticks and unticks order lines of pick lists. */
@Injectable()
export class SetPickTicks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /**
   * Sets the ticks, and leaves those of orders that are packed or have left the store as they are. A repetition changes
   * nothing. The orders are locked by ID, so that a status change and a tick happen one after the other.
   */
  async run(user: AuthenticatedUser, changes: readonly PickTickChange[]): Promise<PickTickState[]> {
    const ids = changes.map(({ itemId }) => itemId);
    return this.database.transaction(async (tx) => {
      const lines = await openLines(tx, ids);
      const isTicked = new Map(changes.map(({ itemId, ticked }) => [itemId, ticked]));
      const changed =
        (await this.tick(
          tx,
          user,
          lines.filter(({ id }) => isTicked.get(id) === true),
        )) +
        (await this.untick(
          tx,
          lines.filter(({ id }) => isTicked.get(id) === false),
        ));
      if (changed > 0) this.signals.changed(tx, 'pick-ticks');
      return statesOf(tx, ids);
    });
  }

  private async tick(tx: Transaction, user: AuthenticatedUser, lines: readonly Line[]): Promise<number> {
    if (lines.length === 0) return 0;
    const now = this.clock.now();
    const rows = lines.map(({ id, orderId }) => sql`(${id}, ${orderId}, ${user.id}, ${now})`);
    return tx.execute(sql`
      INSERT INTO pick_ticks (item_id, order_id, by_id, at) VALUES ${join(rows)}
      ON CONFLICT (item_id) DO NOTHING`);
  }

  private async untick(tx: Transaction, lines: readonly Line[]): Promise<number> {
    if (lines.length === 0) return 0;
    return tx.execute(sql`DELETE FROM pick_ticks WHERE item_id IN (${join(lines.map(({ id }) => id))})`);
  }
}

/** Locks the orders of the lines, and returns the lines that may be ticked. */
async function openLines(tx: Transaction, ids: readonly string[]): Promise<Line[]> {
  const lines = await tx.rows<Line>(
    sql`SELECT id, order_id AS "orderId" FROM order_items WHERE id IN (${join([...ids])}) ORDER BY id`,
  );
  if (lines.length === 0) return [];
  const orderIds = [...new Set(lines.map(({ orderId }) => orderId))];
  const orders = await tx.rows<{ id: string; status: OrderStatus }>(
    sql`SELECT id, status FROM orders WHERE id IN (${join(orderIds)}) ORDER BY id ${tx.forUpdate}`,
  );
  const open = new Set(orders.flatMap(({ id, status }) => (TICKED_BY_LINE.has(status) ? [id] : [])));
  return lines.filter(({ orderId }) => open.has(orderId));
}

async function statesOf(tx: Transaction, ids: readonly string[]): Promise<PickTickState[]> {
  const rows = await tx.rows<StateRow>(sql`
    SELECT i.id AS "itemId", i.order_id AS "orderId", o.status, u.display_name AS by, t.at
    FROM order_items i JOIN orders o ON o.id = i.order_id
    LEFT JOIN pick_ticks t ON t.item_id = i.id LEFT JOIN users u ON u.id = t.by_id
    WHERE i.id IN (${join([...ids])}) ORDER BY i.id`);
  return rows.map(({ by, at, ...line }) => ({
    ...line,
    tick: by === null || at === null ? null : { by, at: toIsoString(at) },
  }));
}
