import { Injectable } from '@nestjs/common';
import { CreditDocument } from '../../documents/credits/credit-document.js';
import { lockDocuments } from '../../documents/issue/document-lock.js';
import { IssueDocument } from '../../documents/issue/issue-document.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { newId } from '../../platform/common/id.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import {
  GOODS_LEAVE_AT,
  ORDER_STATUS_RULES,
  statusBefore,
  UNDO_WINDOW_MS,
  type OrderStatusEffect,
  type OrderStatusRule,
} from '../../rules/order-status/order-status-rules.js';
import { canTransition, nextStatuses, type OrderStatus } from '../../rules/order-status/order-status.js';
import type { StockLine } from '../../stock/stock-lines.js';
import { Stock } from '../../stock/stock.js';
import { orderErrors } from '../orders.errors.js';
import { ticksFollowStatus } from '../picking/follow-status.js';
import { lockOrder } from './lock-order.js';
import { orderEvent } from './order-event.js';

/** The status that an order is to get, and the reason. */
export interface TransitionRequest {
  readonly orderId: string;
  readonly to: OrderStatus;
  readonly note: string | null;
}

type Effect = (tx: Transaction, user: AuthenticatedUser, orderId: string) => Promise<void>;

/** Changes the status of orders by the tables of `rules/order-status`: a shopper's own, or any order for staff. */
@Injectable()
export class TransitionOrder {
  private readonly effects: Readonly<Record<OrderStatusEffect, Effect>> = {
    restock: async (tx, user, orderId) =>
      this.stock.restock(tx, user, orderId, await stockLines(tx, orderId)),
  };

  constructor(
    private readonly database: Database,
    private readonly stock: Stock,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
    private readonly issueDocument: IssueDocument,
    private readonly creditDocument: CreditDocument,
  ) {}

  /**
   * Makes one transition with its effects. Locks the order first, so that only one of several concurrent transitions
   * succeeds, and each effect happens once.
   *
   * @throws orders.not-found, also for another shopper's order; orders.transition-not-allowed; documents.legal-missing
   */
  async run(user: AuthenticatedUser, { orderId, to, note }: TransitionRequest): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (to === GOODS_LEAVE_AT) await lockDocuments(tx);
      const { status: from } = await lockOrder(tx, user, orderId);
      if (!canTransition(from, to, user.role)) {
        throw orderErrors['transition-not-allowed']({ from, to, allowed: nextStatuses(from, user.role) });
      }

      const at = this.clock.now();
      await this.setStatus(tx, orderId, to);
      await ticksFollowStatus(tx, { orderId, status: to, byId: user.id, at });
      await tx.execute(sql`
        INSERT INTO order_status_changes (id, order_id, status, at, by_id, note)
        VALUES (${newId()}, ${orderId}, ${to}, ${at}, ${user.id}, ${note})`);
      await this.outbox.add(tx, [orderEvent(orderId, to)]);
      if (user.role !== 'user') {
        await this.audit.record(tx, user, {
          action: 'orders.status-changed',
          subject: { type: 'order', id: orderId },
          before: { status: from },
          after: { status: to, note },
        });
      }
      const { onEnter }: OrderStatusRule = ORDER_STATUS_RULES[to];
      for (const effect of onEnter) await this.effects[effect](tx, user, orderId);
      // A restock includes this.
      if (!onEnter.includes('restock')) await this.moveGoods(tx, orderId, from, to);
      if (to === GOODS_LEAVE_AT) await this.issueDocument.run(tx, orderId);
    });
  }

  /**
   * Undoes an order's latest transition. Its history entry is deleted; the audit log keeps both changes.
   *
   * @param status that the order reached by mistake
   * @throws orders.not-found; orders.undo-not-possible if the status has changed since, after ten minutes, for a
   *   cancellation and for an imported order
   */
  async undo(user: AuthenticatedUser, orderId: string, status: OrderStatus): Promise<void> {
    const before = statusBefore(status);
    if (before === undefined) throw orderErrors['undo-not-possible']({ why: 'for-good' });
    await this.database.transaction(async (tx) => {
      if (status === GOODS_LEAVE_AT) await lockDocuments(tx);
      const order = await lockOrder(tx, user, orderId);
      if (order.reference !== null) throw orderErrors['undo-not-possible']({ why: 'imported' });
      if (order.status !== status) {
        throw orderErrors['undo-not-possible']({ why: 'moved-on' });
      }
      const now = this.clock.now();
      const undone = await tx.row<{ at: number }>(sql`
        DELETE FROM order_status_changes
        WHERE order_id = ${orderId} AND status = ${status} AND at >= ${now - UNDO_WINDOW_MS}
        RETURNING at`);
      if (undone === undefined) throw orderErrors['undo-not-possible']({ why: 'too-late' });
      await this.setStatus(tx, orderId, before);
      const undoneFrom = undone.at;
      await ticksFollowStatus(tx, { orderId, status: before, byId: user.id, at: now, undoneFrom });
      await this.moveGoods(tx, orderId, status, before);
      await this.audit.record(tx, user, {
        action: 'orders.step-undone',
        subject: { type: 'order', id: orderId },
        before: { status },
        after: { status: before },
      });
      if (status === GOODS_LEAVE_AT) await this.creditDocument.reverse(tx, orderId);
    });
  }

  /** Keeps what is promised in step with the goods that are still in the store. */
  private async moveGoods(
    tx: Transaction,
    orderId: string,
    from: OrderStatus,
    to: OrderStatus,
  ): Promise<void> {
    const [wasInStore, isInStore] = [from, to].map((status) => ORDER_STATUS_RULES[status].hasGoodsInStore);
    if (wasInStore === isInStore) return;
    const lines = await stockLines(tx, orderId);
    await (isInStore === true ? this.stock.takeBack(tx, lines) : this.stock.letGo(tx, lines));
  }

  private async setStatus(tx: Transaction, orderId: string, status: OrderStatus): Promise<void> {
    await tx.execute(sql`UPDATE orders SET status = ${status} WHERE id = ${orderId}`);
    this.signals.changed(tx, `order:${orderId}`, 'orders', 'dashboard');
  }
}

async function stockLines(tx: Transaction, orderId: string): Promise<StockLine[]> {
  return tx.rows<StockLine>(sql`
    SELECT product_id AS "productId", product_name AS "productName", quantity
    FROM order_items WHERE order_id = ${orderId}`);
}
