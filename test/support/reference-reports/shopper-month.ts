import type {
  StoreData,
  GeneratedLine,
  GeneratedOrder,
  GeneratedUser,
} from '../../factories/bulk/store-data.js';
import {
  sumOf,
  divideRounded,
  groupByKey,
  isSale,
  toUnits,
  type Json,
  type WallClock,
} from './calculations.js';

/** Computes the expected month of a shopper, for the monthly report. */
export class ReferenceShopperMonth {
  constructor(
    private readonly storeData: StoreData,
    private readonly clock: WallClock,
  ) {}

  /** Returns the numbers of a shopper in a month such as 2026-06. */
  report(user: GeneratedUser, month: string): Json {
    const orders = this.ordersOf(user, month);
    const lines = orders.flatMap((order) => order.lines);
    const bought = boughtOf(lines);
    const spent = sumOf(orders.map((order) => order.total));
    return {
      month,
      orders: orders.length,
      spent,
      charges: sumOf(orders.map(({ charge }) => charge)),
      discounts: sumOf(orders.map(({ discount }) => discount)),
      averageBasket: divideRounded(spent, orders.length),
      sections: sectionsOf(lines),
      mostBought: [...bought]
        .sort((a, b) => b.orders - a.orders || b.quantity - a.quantity || byName(a, b))
        .slice(0, 5),
      mostSpentOn: [...bought].sort((a, b) => b.spent - a.spent || byName(a, b)).slice(0, 5),
    };
  }

  private ordersOf(user: GeneratedUser, month: string): GeneratedOrder[] {
    return this.storeData.orders.filter(
      (order) => isSale(order) && order.user === user && this.clock.dayOf(order.timestamp).startsWith(month),
    );
  }
}

interface Bought {
  readonly productId: string;
  readonly name: string;
  readonly unitType: string;
  readonly quantity: number;
  readonly spent: number;
  readonly orders: number;
}

function boughtOf(lines: readonly GeneratedLine[]): Bought[] {
  return [...groupByKey(lines, (line) => `${line.product.id} ${line.unitType}`).values()].map((group) => ({
    productId: group[0]!.product.id,
    name: group[0]!.product.name,
    unitType: group[0]!.unitType,
    quantity: toUnits(sumOf(group.map((line) => line.quantity))),
    spent: sumOf(group.map((line) => line.price)),
    orders: group.length,
  }));
}

function sectionsOf(lines: readonly GeneratedLine[]): Json[] {
  return [...groupByKey(lines, (line) => line.product.section?.id ?? '').values()]
    .map((group) => ({
      sectionId: group[0]!.product.section?.id ?? null,
      name: group[0]!.product.section?.name ?? null,
      spent: sumOf(group.map((line) => line.price)),
      lines: group.length,
    }))
    .sort((a, b) => b.spent - a.spent || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
}

const byName = (a: { name: string }, b: { name: string }): number =>
  a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1;
