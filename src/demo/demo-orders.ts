import { Injectable } from '@nestjs/common';
import { CartService } from '../cart/cart.service.js';
import { PlaceOrder } from '../orders/checkout/place-order.js';
import type { Address } from '../orders/orders.dto.js';
import { CancelOrder } from '../orders/workflow/cancel-order.js';
import { ChangeOrderStatus } from '../orders/workflow/change-order-status.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { newId } from '../platform/common/id.js';
import type { OrderStatus } from '../rules/order-status/order-status.js';
import { AdjustStock } from '../stock/adjust-stock.js';
import type { ShelvedProduct } from './demo-inventory.js';
import { SeededRandom } from './seeded-random.js';
import { SimulatedClock } from './simulated-clock.js';

export interface DemoShopper {
  readonly user: AuthenticatedUser;
  readonly address: Address;
}

/** Who trades with what. */
export interface DemoMarket {
  readonly shoppers: readonly DemoShopper[];
  readonly manager: AuthenticatedUser;
  readonly shelf: readonly ShelvedProduct[];
}

export const DEMO_DAYS = 42;
const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS: readonly { readonly to: OrderStatus; readonly after: readonly [number, number] }[] = [
  { to: 'packed', after: [15, 70] },
  { to: 'out_for_delivery', after: [90, 150] },
  { to: 'delivered', after: [170, 260] },
];

/** Six weeks of the demo store: deliveries on Mondays, orders every day, made by the actions of every day. */
@Injectable()
export class DemoOrders {
  private readonly dice = new SeededRandom(20_260_101);

  constructor(
    private readonly clock: SimulatedClock,
    private readonly cart: CartService,
    private readonly placeOrder: PlaceOrder,
    private readonly changeOrderStatus: ChangeOrderStatus,
    private readonly cancelOrder: CancelOrder,
    private readonly adjustStock: AdjustStock,
  ) {}

  /** @returns how many orders were placed */
  async run(market: DemoMarket, now: number): Promise<number> {
    let placed = 0;
    for (let daysAgo = DEMO_DAYS - 1; daysAgo >= 0; daysAgo--) {
      const morning = now - daysAgo * DAY - (now % DAY) + 1.5 * HOUR; // 07:00 in India
      if (new Date(morning).getUTCDay() === 1) await this.takeDeliveries(market, morning);
      for (const time of this.orderTimes(morning, now)) {
        if (await this.order(market, time, now)) placed++;
      }
    }
    await this.levelOut(market, now);
    return placed;
  }

  private orderTimes(morning: number, now: number): number[] {
    const isWeekend = [0, 6].includes(new Date(morning).getUTCDay());
    const count = this.dice.between(...ordersOn(isWeekend));
    return Array.from({ length: count }, () => morning + this.dice.between(0, 14 * 60) * MINUTE)
      .filter((time) => time < now - 5 * MINUTE)
      .sort((a, b) => a - b);
  }

  private async order({ shoppers, manager, shelf }: DemoMarket, time: number, now: number): Promise<boolean> {
    // Some come often and some seldom.
    const shopper = this.dice.pick(shoppers.slice(0, this.dice.between(3, shoppers.length)));
    const basket = this.basket(shelf);
    if (basket.length === 0) return false;
    this.clock.travelTo(time);
    await this.cart.merge(
      shopper.user.id,
      basket.map(({ product, quantity }) => ({ productId: product.id, quantity })),
    );
    const { id } = await this.placeOrder.run(shopper.user, newId(), { address: shopper.address });
    for (const { product, quantity } of basket) product.available = units(product.available - quantity);
    if (this.dice.chance(0.06)) {
      await this.changeOfMind(shopper, id, basket, time);
    } else {
      await this.deliver(manager, id, time, now);
    }
    return true;
  }

  private basket(shelf: readonly ShelvedProduct[]): { product: ShelvedProduct; quantity: number }[] {
    const chosen = new Set(Array.from({ length: this.dice.between(3, 8) }, () => this.dice.pick(shelf)));
    return [...chosen].flatMap((product) => {
      const wanted = units(product.step * this.dice.between(1, product.step < 1 ? 6 : 2));
      return wanted <= product.available ? [{ product, quantity: wanted }] : [];
    });
  }

  private async changeOfMind(
    shopper: DemoShopper,
    orderId: string,
    basket: readonly { product: ShelvedProduct; quantity: number }[],
    time: number,
  ): Promise<void> {
    this.clock.travelTo(time + this.dice.between(2, 10) * MINUTE);
    await this.cancelOrder.run(shopper.user, orderId);
    for (const { product, quantity } of basket) product.available = units(product.available + quantity);
  }

  /** As far as the order has come by now. */
  private async deliver(
    manager: AuthenticatedUser,
    orderId: string,
    time: number,
    now: number,
  ): Promise<void> {
    for (const { to, after } of STEPS) {
      const at = time + this.dice.between(...after) * MINUTE;
      if (at > now) return;
      this.clock.travelTo(at);
      await this.changeOrderStatus.run(manager, { orderId, to, note: null });
    }
  }

  private async takeDeliveries({ manager, shelf }: DemoMarket, morning: number): Promise<void> {
    this.clock.travelTo(morning - HOUR);
    for (const product of shelf) {
      const par = product.stock === 0 ? product.step * 20 : product.stock;
      if (product.available >= par / 2) continue;
      await this.move(manager, product, 'delivery', units(par - product.available), 'Weekly delivery');
    }
  }

  /** Today's shelf is as the catalogue says: with what is sold out, and what is nearly. */
  private async levelOut({ manager, shelf }: DemoMarket, now: number): Promise<void> {
    this.clock.travelTo(now - 2 * MINUTE);
    for (const product of shelf) {
      const missing = units(product.stock - product.available);
      if (missing > 0) await this.move(manager, product, 'delivery', missing, 'Morning delivery');
      if (missing < 0) await this.move(manager, product, 'waste', missing, 'Past its best');
    }
  }

  private async move(
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

/** The fewest and the most orders of such a day. */
function ordersOn(isWeekend: boolean): [number, number] {
  return isWeekend ? [11, 16] : [7, 11];
}

/** Sums of units without the dust of binary fractions. */
function units(quantity: number): number {
  return Math.round(quantity * 1000) / 1000;
}
