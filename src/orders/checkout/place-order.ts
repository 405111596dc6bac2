import { Injectable } from '@nestjs/common';
import {
  hasOtherUnit,
  isUnavailable,
  orderableProduct,
  quoteCart,
  unitOf,
  type CartLine,
  type PricedCartLine,
} from '../../cart/cart-line.js';
import { CartService } from '../../cart/cart.service.js';
import { Addresses } from '../../customers/addresses/addresses.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Clock } from '../../platform/common/clock.js';
import { newId } from '../../platform/common/id.js';
import { fromThousandths } from '../../platform/common/money/quantity.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { join, sql, type Transaction } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { checkQuantity, type Quote } from '../../rules/pricing/pricing.js';
import { stockErrors, type Shortage } from '../../stock/stock.errors.js';
import { Stock } from '../../stock/stock.js';
import type { OrderItem } from '../order-item.entity.js';
import { newOrderNumber } from '../order-number.js';
import { orderView } from '../order-view.js';
import type { Order } from '../order.entity.js';
import type { OrderView, PlaceOrderBody } from '../orders.dto.js';
import { orderErrors } from '../orders.errors.js';
import { orderEvent } from '../workflow/order-event.js';
import { checkOrderLimits } from './check-order-limits.js';
import { checkPostalCode } from './check-postal-code.js';

/** Places an order for a shopper's cart. */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly database: Database,
    private readonly cart: CartService,
    private readonly stock: Stock,
    private readonly addresses: Addresses,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Deducts the stock and writes the order in one transaction.
   *
   * @throws request.rule-broken for a postal code; orders.cart-empty, orders.products-gone, orders.units-changed, orders.price-changed, orders.too-many,
   *   orders.too-large, catalog.out-of-stock, catalog.quantity-step,
   *   catalog.above-max-per-order, catalog.price-rounds-to-zero
   */
  async run(user: AuthenticatedUser, body: PlaceOrderBody): Promise<OrderView> {
    checkPostalCode(body.address.postalCode, this.config.store.locale);
    return this.database.transaction(async (tx) => {
      const lines = await this.cart.linesForCheckout(tx, user.id);
      if (lines.length === 0) throw orderErrors['cart-empty']();
      const quote = quoteCart(lines);
      this.checkCart(lines, quote.total, body.expectedTotal);
      const order = this.newOrder(user.id, body, quote.total);
      const items = itemsOf(order.id, quote);
      if (this.config.orderLimits !== undefined)
        await checkOrderLimits(tx, { ...order, lines: items }, this.config.orderLimits);

      const lowStockEvents = await this.stock.deduct(tx, user, order.id, items);
      const addressId = await this.addresses.remember(tx, user.id, body.address);
      await insert(tx, { ...order, addressId }, items);
      await this.cart.removeOrdered(tx, user.id, lines);
      await this.outbox.add(tx, [orderEvent(order.id, order.status), ...lowStockEvents]);
      return orderView(order, user.username, items, []);
    });
  }

  private checkCart(lines: readonly CartLine[], total: number, expectedTotal = total): void {
    const gone = lines.filter(isUnavailable);
    if (gone.length > 0) throw orderErrors['products-gone']({ lines: gone.map(namesOf) });
    const inOtherUnit = lines.filter(hasOtherUnit);
    if (inOtherUnit.length > 0)
      throw orderErrors['units-changed']({
        lines: inOtherUnit.map((line) => ({
          ...namesOf(line),
          unitWas: unitOf(line),
          unitNow: line.unit_type,
        })),
      });
    for (const line of lines) checkQuantity(orderableProduct(line), line.cart_quantity);
    const short = lines.flatMap(shortageOf);
    if (short.length > 0) throw stockErrors['out-of-stock']({ lines: short });
    // Every line can be bought, so this is the total that the cart's view shows.
    if (total !== expectedTotal) {
      throw orderErrors['price-changed']({ expectedTotal, cart: this.cart.view(lines) });
    }
  }

  private newOrder(userId: string, body: PlaceOrderBody, total: number): Omit<Order, 'addressId'> {
    return {
      id: newId(),
      number: newOrderNumber(),
      userId,
      status: 'placed',
      total,
      currency: this.config.store.currency,
      address: JSON.stringify(body.address),
      note: body.note ?? null,
      timestamp: this.clock.now(),
    };
  }
}

/** Returns what is missing of a line. The stock itself is deducted later, and may fall short then. */
function shortageOf(line: CartLine): Shortage[] {
  if (line.quantity_available >= line.cart_quantity) return [];
  const requested = fromThousandths(line.cart_quantity);
  return [{ ...namesOf(line), requested, available: fromThousandths(line.quantity_available) }];
}

function namesOf({ id, name }: CartLine): { productId: string; productName: string } {
  return { productId: id, productName: name };
}

/** Copies the current names and rates, so that later edits of a product never change an order. */
function itemsOf(orderId: string, { lines }: Quote<PricedCartLine>): OrderItem[] {
  return lines.map(({ line, price }) => ({
    id: newId(),
    orderId,
    productId: line.id,
    productName: line.name,
    unitType: line.unit_type,
    ratePerUnit: line.rate_per_unit,
    quantity: line.cart_quantity,
    price,
  }));
}

async function insert(tx: Transaction, order: Order, items: readonly OrderItem[]): Promise<void> {
  await tx.execute(sql`
    INSERT INTO orders (id, number, user_id, status, total, currency, address, address_id, note, timestamp)
    VALUES (${order.id}, ${order.number}, ${order.userId}, ${order.status}, ${order.total}, ${order.currency},
            ${order.address}, ${order.addressId}, ${order.note}, ${order.timestamp})`);
  const rows = items.map(
    (item) => sql`(${item.id}, ${item.orderId}, ${item.productId}, ${item.productName}, ${item.unitType},
                   ${item.ratePerUnit}, ${item.quantity}, ${item.price})`,
  );
  await tx.execute(sql`
    INSERT INTO order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price)
    VALUES ${join(rows)}`);
}
