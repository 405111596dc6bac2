import { Injectable } from '@nestjs/common';
import { documentErrors } from '../../documents/documents.errors.js';
import { openDocumentOf } from '../../documents/open-document.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { SharedCache } from '../../platform/cache/shared-cache.js';
import { isId, newId } from '../../platform/common/id.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import { ORDER_STATUS_RULES } from '../../rules/order-status/order-status-rules.js';
import { discountsOfOrder, reducesTotal } from '../../rules/pricing/order-discounts-sql.js';
import { orderErrors } from '../orders.errors.js';
import { lockOrder } from '../workflow/lock-order.js';
import { MAX_DISCOUNTS, type DiscountView, type GiveDiscountBody } from './discounts.dto.js';

interface DiscountedOrder {
  /** Sum of the items' prices. */
  readonly goods: number;
  /** Number of the order's own discounts, and their sum. */
  readonly discounts: number;
  readonly discounted: number;
}

/** Discounts that staff give on whole orders, until the document of the sale is issued. */
@Injectable()
export class OrderDiscounts {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly signals: ChangeSignals,
    private readonly cache: SharedCache,
  ) {}

  /**
   * Reduces the total of an order.
   *
   * @throws orders.not-found, orders.not-discountable, orders.discount-too-high, orders.too-many-discounts, documents.already-issued
   */
  async give(
    user: AuthenticatedUser,
    orderId: string,
    { label, amount }: GiveDiscountBody,
  ): Promise<DiscountView> {
    return this.database.transaction(async (tx) => {
      const { goods, discounts, discounted } = await lockDiscountable(tx, user, orderId);
      if (discounts >= MAX_DISCOUNTS) throw orderErrors['too-many-discounts']({ max: MAX_DISCOUNTS });
      const max = goods - discounted;
      if (amount > max) throw orderErrors['discount-too-high']({ max });
      const id = newId();
      await tx.execute(sql`
        INSERT INTO order_discounts (id, order_id, reason, label, amount)
        VALUES (${id}, ${orderId}, 'staff', ${label}, ${amount})`);
      await this.changeTotal(tx, orderId, -amount);
      await this.audit.record(tx, user, {
        action: 'orders.discount-given',
        subject: { type: 'order', id: orderId },
        after: { label, amount },
      });
      return { id, label, amount };
    });
  }

  /**
   * Takes a discount back.
   *
   * @throws orders.not-found, orders.discount-not-found, orders.not-discountable, documents.already-issued
   */
  async remove(user: AuthenticatedUser, orderId: string, discountId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockDiscountable(tx, user, orderId);
      const removed = isId(discountId)
        ? await tx.row<Pick<DiscountView, 'label' | 'amount'>>(sql`
            DELETE FROM order_discounts AS d
            WHERE d.id = ${discountId} AND d.order_id = ${orderId} AND ${reducesTotal('d')}
            RETURNING label, amount`)
        : undefined;
      if (removed === undefined) throw orderErrors['discount-not-found']();
      const { label, amount } = removed;
      await this.changeTotal(tx, orderId, amount);
      await this.audit.record(tx, user, {
        action: 'orders.discount-removed',
        subject: { type: 'order', id: orderId },
        before: { label, amount },
      });
    });
  }

  private async changeTotal(tx: Transaction, orderId: string, by: number): Promise<void> {
    await tx.execute(sql`UPDATE orders SET total = total + ${by} WHERE id = ${orderId}`);
    this.signals.changed(tx, `order:${orderId}`, 'orders', 'dashboard');
    tx.afterCommit(() => this.cache.invalidateSoon('reports'));
  }
}

/**
 * Locks an order whose goods have not left the store, so that no document of its sale is issued meanwhile.
 *
 * @throws orders.not-found, orders.not-discountable, documents.already-issued
 */
async function lockDiscountable(
  tx: Transaction,
  user: AuthenticatedUser,
  orderId: string,
): Promise<DiscountedOrder> {
  const { status } = await lockOrder(tx, user, orderId);
  if ((await openDocumentOf(tx, orderId)) !== undefined) throw documentErrors['already-issued']();
  if (!ORDER_STATUS_RULES[status].hasGoodsInStore) throw orderErrors['not-discountable']({ status });
  const order = await tx.row<DiscountedOrder>(sql`
    SELECT CAST((SELECT COALESCE(SUM(i.price), 0) FROM order_items i WHERE i.order_id = o.id) AS bigint) AS goods,
      (SELECT count(*) FROM order_discounts d WHERE d.order_id = o.id AND ${reducesTotal('d')}) AS discounts,
      ${discountsOfOrder(sql`o.id`)} AS discounted
    FROM orders o WHERE o.id = ${orderId}`);
  if (order === undefined) throw orderErrors['not-found']();
  return order;
}
