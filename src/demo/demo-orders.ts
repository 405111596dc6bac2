import { Injectable } from '@nestjs/common';
import { CartService } from '../cart/cart.service.js';
import { PlaceOrder } from '../orders/checkout/place-order.js';
import { OrderDiscounts } from '../orders/discounts/order-discounts.js';
import type { Address } from '../orders/orders.dto.js';
import { TransitionOrder } from '../orders/workflow/transition-order.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../platform/common/durations.js';
import { GOODS_LEAVE_AT } from '../rules/order-status/order-status-rules.js';
import type { OrderStatus } from '../rules/order-status/order-status.js';
import { AdjustStock } from '../stock/adjust-stock.js';
import type { ShelvedProduct } from './demo-inventory.js';
import type { DemoProgress } from './demo-progress.js';
import { SeededRandom } from './seeded-random.js';
import { SimulatedClock } from './simulated-clock.js';

export interface DemoShopper {
  readonly user: AuthenticatedUser;
  readonly address: Address;
  /** Time of the registration, in milliseconds since 1970. */
  readonly since: number;
}

/** Participants and products of the demo orders. */
export interface DemoMarket {
  readonly shoppers: readonly DemoShopper[];
  readonly manager: AuthenticatedUser;
  /** The manager of Saturdays and Sundays. */
  readonly weekendManager: AuthenticatedUser;
  readonly shelf: readonly ShelvedProduct[];
}

export const DEMO_DAYS = 42;

const TRANSITIONS: readonly { readonly to: OrderStatus; readonly after: readonly [number, number] }[] = [
  { to: 'packed', after: [15, 70] },
  { to: 'out_for_delivery', after: [90, 150] },
  { to: 'delivered', after: [170, 260] },
];

/** What the store takes off some orders, in minor units, by the number of orders that were packed before. */
const DISCOUNTS: ReadonlyMap<number, { readonly label: string; readonly amount: number }> = new Map([
  [60, { label: 'Sorry for the delay', amount: 2_000 }],
  [180, { label: 'One egg was broken', amount: 800 }],
  [300, { label: 'A thank-you for the fifth order', amount: 2_500 }],
]);

/** Which of the orders that leave do so by mistake at first. */
const MISTAKEN: ReadonlySet<number> = new Set([90, 240]);

/** Creates six weeks of orders and Monday deliveries with the regular actions of the API. */
@Injectable()
export class DemoOrders {
  private readonly random = new SeededRandom(20_260_101);
  /** Number of orders that have left the store. */
  private left = 0;
  private packed = 0;

  constructor(
    private readonly clock: SimulatedClock,
    private readonly cart: CartService,
    private readonly placeOrder: PlaceOrder,
    private readonly transitionOrder: TransitionOrder,
    private readonly discounts: OrderDiscounts,
    private readonly adjustStock: AdjustStock,
  ) {}

  /** @returns number of orders placed */
  async run(market: DemoMarket, now: number, onProgress: DemoProgress): Promise<number> {
    let placed = 0;
    for (let daysAgo = DEMO_DAYS - 1; daysAgo >= 0; daysAgo--) {
      const morning = now - daysAgo * DAY_MS - (now % DAY_MS) + 1.5 * HOUR_MS; // 07:00 in India
      if (new Date(morning).getUTCDay() === 1) await this.takeDeliveries(market, morning);
      for (const time of this.orderTimes(morning, now)) {
        if (await this.order(market, time, now)) placed++;
      }
      onProgress(1 - daysAgo / DEMO_DAYS);
    }
    await this.adjustToCatalog(market, now);
    return placed;
  }

  private orderTimes(morning: number, now: number): number[] {
    const count = this.random.between(...ordersOn(isWeekend(morning)));
    return Array.from({ length: count }, () => morning + this.random.between(0, 14 * 60) * MINUTE_MS)
      .filter((time) => time < now - 5 * MINUTE_MS)
      .sort((a, b) => a - b);
  }

  private async order(market: DemoMarket, time: number, now: number): Promise<boolean> {
    const shoppers = market.shoppers.filter(({ since }) => since < time);
    // Some shoppers order often, others rarely.
    const shopper = this.random.pick(shoppers.slice(0, this.random.between(3, shoppers.length)));
    const basket = this.basket(market.shelf);
    if (basket.length === 0) return false;
    this.clock.travelTo(time);
    await this.cart.merge(
      shopper.user.id,
      basket.map(({ product, quantity }) => ({ productId: product.id, quantity })),
    );
    const { id } = await this.placeOrder.run(shopper.user, { address: shopper.address });
    for (const { product, quantity } of basket) product.available = units(product.available - quantity);
    if (this.random.chance(0.06)) {
      await this.cancel(shopper, id, basket, time);
    } else {
      await this.deliver(isWeekend(time) ? market.weekendManager : market.manager, id, time, now);
    }
    return true;
  }

  private basket(shelf: readonly ShelvedProduct[]): { product: ShelvedProduct; quantity: number }[] {
    const chosen = new Set(Array.from({ length: this.random.between(3, 8) }, () => this.random.pick(shelf)));
    return [...chosen].flatMap((product) => {
      const quantity = units(product.step * this.random.between(1, product.step < 1 ? 6 : 2));
      return quantity <= product.available ? [{ product, quantity }] : [];
    });
  }

  private async cancel(
    shopper: DemoShopper,
    orderId: string,
    basket: readonly { product: ShelvedProduct; quantity: number }[],
    time: number,
  ): Promise<void> {
    this.clock.travelTo(time + this.random.between(2, 10) * MINUTE_MS);
    await this.transitionOrder.run(shopper.user, { orderId, to: 'cancelled', note: null });
    for (const { product, quantity } of basket) product.available = units(product.available + quantity);
  }

  /** Changes the status of the order up to the present. */
  private async deliver(
    manager: AuthenticatedUser,
    orderId: string,
    time: number,
    now: number,
  ): Promise<void> {
    for (const { to, after } of TRANSITIONS) {
      const at = time + this.random.between(...after) * MINUTE_MS;
      if (at > now) return;
      this.clock.travelTo(at);
      await this.transitionOrder.run(manager, { orderId, to, note: null });
      const discount = to === 'packed' ? DISCOUNTS.get(this.packed++) : undefined;
      if (discount !== undefined) await this.discounts.give(manager, orderId, discount);
      if (to === GOODS_LEAVE_AT && MISTAKEN.has(++this.left)) await this.redo(manager, orderId, at);
    }
  }

  /** Undoes the latest step, which was a mistake, and takes it again. */
  private async redo(manager: AuthenticatedUser, orderId: string, at: number): Promise<void> {
    this.clock.travelTo(at + 2 * MINUTE_MS);
    await this.transitionOrder.undo(manager, orderId, GOODS_LEAVE_AT);
    this.clock.travelTo(at + 6 * MINUTE_MS);
    await this.transitionOrder.run(manager, { orderId, to: GOODS_LEAVE_AT, note: null });
  }

  private async takeDeliveries({ manager, shelf }: DemoMarket, morning: number): Promise<void> {
    this.clock.travelTo(morning - HOUR_MS);
    for (const product of shelf) {
      const par = product.stock === 0 ? product.step * 20 : product.stock;
      if (product.available >= par / 2) continue;
      await this.adjust(manager, product, 'delivery', units(par - product.available), 'Weekly delivery');
    }
  }

  /** Adjusts today's stock to the demo catalog, including products that are sold out or low. */
  private async adjustToCatalog({ manager, shelf }: DemoMarket, now: number): Promise<void> {
    this.clock.travelTo(now - 2 * MINUTE_MS);
    for (const product of shelf) {
      const missing = units(product.stock - product.available);
      if (missing > 0) await this.adjust(manager, product, 'delivery', missing, 'Morning delivery');
      if (missing < 0) await this.adjust(manager, product, 'waste', missing, 'Past its best');
    }
  }

  private async adjust(
    manager: AuthenticatedUser,
    product: ShelvedProduct,
    reason: 'delivery' | 'waste',
    delta: number,
    note: string,
  ): Promise<void> {
    await this.adjustStock.run(manager, product.id, { reason, delta, note });
    product.available = units(product.available + delta);
  }
}

/** Returns true on Saturdays and Sundays. */
function isWeekend(time: number): boolean {
  return [0, 6].includes(new Date(time).getUTCDay());
}

/** Returns the minimum and maximum number of orders on such a day. */
function ordersOn(isOnWeekend: boolean): [number, number] {
  return isOnWeekend ? [11, 16] : [7, 11];
}

/** Rounds sums of units to remove binary fraction errors. */
function units(quantity: number): number {
  return Math.round(quantity * 1000) / 1000;
}
