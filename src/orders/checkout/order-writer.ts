import { namesByLanguage, textsOf } from '../../rules/texts/texts-by-language.js';
import { Injectable } from '@nestjs/common';
import {
  cartView,
  hasOtherUnit,
  isUnavailable,
  orderableProduct,
  quoteCart,
  unitOf,
  type CartLine,
  type PricedCartLine,
} from '../../cart/cart-line.js';
import { Addresses } from '../../customers/addresses/addresses.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Clock } from '../../platform/common/clock.js';
import { newId } from '../../platform/common/id.js';
import { fromThousandths } from '../../platform/common/money/quantity.js';
import { Config } from '../../platform/config/config.js';
import { join, raw, sql, type Sql, type Transaction } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import { checkQuantity } from '../../rules/pricing/check-quantity.js';
import type { Fees, Quote } from '../../rules/pricing/quote.js';
import { SettingsService } from '../../settings/settings.service.js';
import { CurrentTaxes } from '../../taxes/current-taxes.js';
import { stockErrors, type Shortage } from '../../stock/stock.errors.js';
import { Stock } from '../../stock/stock.js';
import type { OrderCharge } from '../order-charge.entity.js';
import type { OrderItem } from '../order-item.entity.js';
import { newOrderNumber } from '../order-number.js';
import type { Order } from '../order.entity.js';
import type { PlaceOrderBody } from '../orders.dto.js';
import { orderErrors } from '../orders.errors.js';
import { orderEvent } from '../workflow/order-event.js';
import { checkOrderLimits } from './check-order-limits.js';
import { placeOfSupply } from './place-of-supply.js';

/** What to order, and the customer. */
interface OrderRequest {
  readonly customerId: string;
  /** From the customer's cart, or as staff have taken them. */
  readonly lines: readonly CartLine[];
  readonly body: PlaceOrderBody;
}

/** An order with its lines and charges. */
interface WrittenOrder {
  readonly order: Order;
  readonly items: readonly OrderItem[];
  readonly charges: readonly OrderCharge[];
}

/** Writes new orders. The only way in which they come into being, wherever their lines are from. */
@Injectable()
export class OrderWriter {
  constructor(
    private readonly stock: Stock,
    private readonly addresses: Addresses,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly settings: SettingsService,
    private readonly taxes: CurrentTaxes,
    private readonly signals: ChangeSignals,
  ) {}

  /**
   * Promises the stock, and writes the order with its event. The caller keeps other orders for the same customer waiting.
   *
   * @param actor the customer; or a member of staff who takes the order, to which the hourly limits do not apply
   * @throws request.rule-broken for the state of the address, orders.cart-empty, orders.products-gone, orders.units-changed,
   *   orders.price-changed, orders.too-many, orders.too-large, catalog.out-of-stock, catalog.quantity-step,
   *   catalog.above-max-per-order, catalog.price-rounds-to-zero
   */
  async write(tx: Transaction, actor: AuthenticatedUser, request: OrderRequest): Promise<WrittenOrder> {
    const { customerId, lines, body } = request;
    if (lines.length === 0) throw orderErrors['cart-empty']();
    const settings = await this.settings.read(tx);
    // The tax is part of the prices: the documents state it, with the rates of their day.
    const quote = quoteCart(lines, { fees: settings.pricing, taxes: null });
    await this.check(lines, settings.pricing, { total: quote.total, expectedTotal: body.expectedTotal });
    const order = {
      ...this.newOrder(actor, request, quote.total),
      placeOfSupply: placeOfSupply(body.address, settings),
    };
    const items = itemsOf(order.id, quote);
    const charges = quote.charges.map((charge) => ({ id: newId(), orderId: order.id, ...charge }));
    if (order.takenBy === null && this.config.orderLimits !== undefined)
      await checkOrderLimits(tx, { ...order, lines: items }, this.config.orderLimits);

    const lowStockEvents = await this.stock.deduct(tx, actor, order.id, items);
    const addressId = await this.addresses.remember(tx, customerId, body.address);
    await insert(tx, { ...order, addressId }, items);
    await insertCharges(tx, charges);
    await this.outbox.add(tx, [orderEvent(order.id, order.status), ...lowStockEvents]);
    this.signals.changed(tx, 'orders');
    return { order: { ...order, addressId }, items, charges };
  }

  private async check(
    lines: readonly CartLine[],
    fees: Fees,
    { total, expectedTotal = total }: { total: number; expectedTotal: number | undefined },
  ): Promise<void> {
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
      const terms = { fees, taxes: await this.taxes.terms(), currency: this.config.store.currency };
      throw orderErrors['price-changed']({ expectedTotal, cart: cartView(lines, terms) });
    }
  }

  private newOrder(
    actor: AuthenticatedUser,
    { customerId, body }: OrderRequest,
    total: number,
  ): Omit<Order, 'addressId' | 'placeOfSupply'> {
    return {
      id: newId(),
      number: newOrderNumber(),
      reference: null,
      userId: customerId,
      takenBy: actor.id === customerId ? null : actor.id,
      status: 'placed',
      total,
      placedTotal: total,
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
    productNames: JSON.stringify(namesByLanguage(textsOf(line.texts), line.name)),
    unitType: line.unit_type,
    ratePerUnit: line.rate_per_unit,
    quantity: line.cart_quantity,
    taxClassId: line.tax_class_id,
    hsn: line.hsn,
    mrp: line.mrp,
    price,
    orderedQuantity: line.cart_quantity,
    orderedPrice: price,
  }));
}

async function insert(tx: Transaction, order: Order, items: readonly OrderItem[]): Promise<void> {
  await tx.execute(sql`
    INSERT INTO orders (id, number, user_id, taken_by, status, total, placed_total, currency, address, place_of_supply,
      address_id, note, timestamp)
    VALUES (${order.id}, ${order.number}, ${order.userId}, ${order.takenBy}, ${order.status}, ${order.total}, ${order.placedTotal},
            ${order.currency}, ${order.address}, ${order.placeOfSupply}, ${order.addressId}, ${order.note}, ${order.timestamp})`);
  const rows = items.map(
    (item) => sql`(${item.id}, ${item.orderId}, ${item.productId}, ${item.productName}, ${item.productNames},
                   ${item.unitType}, ${item.ratePerUnit}, ${item.quantity},
                   ${ofProduct('tax_class_id', item)}, ${ofProduct('hsn', item)}, ${item.mrp}, ${item.price},
                   ${item.orderedQuantity}, ${item.orderedPrice})`,
  );
  await tx.execute(sql`
    INSERT INTO order_items (id, order_id, product_id, product_name, product_names, unit_type, rate_per_unit, quantity,
      tax_class_id, hsn, mrp, price, ordered_quantity, ordered_price)
    VALUES ${join(rows)}`);
}

/** Reads a column of a product that the deduction of its stock has locked: a class that was deleted meanwhile is no longer in it. */
function ofProduct(column: 'tax_class_id' | 'hsn', { productId }: OrderItem): Sql {
  return sql`(SELECT p.${raw(column)} FROM products p WHERE p.id = ${productId})`;
}

async function insertCharges(tx: Transaction, charges: readonly OrderCharge[]): Promise<void> {
  if (charges.length === 0) return;
  const rows = charges.map(({ id, orderId, kind, amount }) => sql`(${id}, ${orderId}, ${kind}, ${amount})`);
  await tx.execute(sql`INSERT INTO order_charges (id, order_id, kind, amount) VALUES ${join(rows)}`);
}
