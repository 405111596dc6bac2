import { Injectable } from '@nestjs/common';
import { MAX_CART_LINES } from '../../cart/cart.dto.js';
import { hasPlace, type WrittenAddress } from '../../customers/addresses/address-terms.js';
import { Addresses } from '../../customers/addresses/addresses.js';
import { SharedCache } from '../../platform/cache/shared-cache.js';
import { newId } from '../../platform/common/id.js';
import { sum } from '../../rules/pricing/quote.js';
import { Config } from '../../platform/config/config.js';
import { join, sql, type Transaction } from '../../platform/database/transaction.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import type { OrderStatus } from '../../rules/order-status/order-status.js';
import type { OrderItem } from '../order-item.entity.js';
import { newOrderNumber } from '../order-number.js';

/** Most products that an order has, past or present. */
export const MAX_ORDER_PRODUCTS = MAX_CART_LINES;

/**
 * A line of a past order. The quantity is in thousandths of the unit, amounts are in minor units. How it was taxed is not known: its
 * documents were written by that system.
 */
export type PastLine = Pick<
  OrderItem,
  'productId' | 'productName' | 'unitType' | 'ratePerUnit' | 'quantity' | 'price'
>;

/** A finished order of the system that the store used before. */
export interface PastOrder {
  /** Its number in that system. */
  readonly reference: string;
  readonly customerId: string;
  readonly status: Extract<OrderStatus, 'delivered' | 'cancelled'>;
  readonly timestamp: number;
  /** Parts that are not known are blank. */
  readonly address: WrittenAddress;
  readonly note: string | null;
  readonly lines: readonly PastLine[];
}

/**
 * Writes orders of the system that the store used before, for reports and to be bought again. They move no stock and are
 * mailed to no one: there is no event of them.
 */
@Injectable()
export class WritePastOrders {
  constructor(
    private readonly addresses: Addresses,
    private readonly cache: SharedCache,
    private readonly config: Config,
    private readonly signals: ChangeSignals,
  ) {}

  /**
   * Writes up to a few hundred orders in a few statements.
   *
   * @param staffId the person who imports them; the history of each order names them
   */
  async run(tx: Transaction, staffId: string, orders: readonly PastOrder[]): Promise<void> {
    if (orders.length === 0) return;
    const addressIds = await this.remember(tx, orders);
    const written = orders.map((order, i) => ({
      ...{ ...order, id: newId(), number: newOrderNumber(), addressId: addressIds[i] ?? null },
      total: sum(order.lines.map(({ price }) => price)),
    }));
    await tx.execute(sql`
      INSERT INTO orders (id, number, reference, user_id, status, total, placed_total, currency, address, address_id, note, timestamp)
      VALUES ${join(
        written.map(
          (
            o,
          ) => sql`(${o.id}, ${o.number}, ${o.reference}, ${o.customerId}, ${o.status}, ${o.total}, ${o.total},
                      ${this.config.store.currency}, ${JSON.stringify(o.address)}, ${o.addressId}, ${o.note}, ${o.timestamp})`,
        ),
      )}`);
    await tx.execute(sql`
      INSERT INTO order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price,
        ordered_quantity, ordered_price)
      VALUES ${join(
        written.flatMap(({ id, lines }) =>
          lines.map(
            (l) => sql`(${newId()}, ${id}, ${l.productId}, ${l.productName}, ${l.unitType}, ${l.ratePerUnit},
                        ${l.quantity}, ${l.price}, ${l.quantity}, ${l.price})`,
          ),
        ),
      )}`);
    await tx.execute(sql`
      INSERT INTO order_status_changes (id, order_id, status, at, by_id)
      VALUES ${join(written.map((o) => sql`(${newId()}, ${o.id}, ${o.status}, ${o.timestamp}, ${staffId})`))}`);
    this.signals.changed(tx, 'orders', 'dashboard');
    tx.afterCommit(() => this.cache.invalidateSoon('reports'));
  }

  /** Returns the ID of each order's address; undefined where nothing but a name is known. */
  private async remember(
    tx: Transaction,
    orders: readonly PastOrder[],
  ): Promise<readonly (string | undefined)[]> {
    const known = orders.filter(({ address }) => hasPlace(address));
    if (known.length === 0) return [];
    const ids = await this.addresses.rememberAll(
      tx,
      known.map(({ customerId, address }) => ({ userId: customerId, address })),
    );
    return orders.map((order) => ids[known.indexOf(order)]);
  }
}
