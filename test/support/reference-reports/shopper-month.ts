import type { Trade, TradeLine, TradeOrder, TradeUser } from '../../factories/trade.js';
import { add, basket, byKey, counts, units, type Json, type WallClock } from './days-and-figures.js';

/** Computes the expected month of a shopper, for the monthly report. */
export class ReckonedShopperMonth {
  constructor(
    private readonly trade: Trade,
    private readonly clock: WallClock,
  ) {}

  /** Returns the numbers of a shopper in a month such as 2026-06. */
  figures(user: TradeUser, month: string): Json {
    const orders = this.ordersOf(user, month);
    const lines = orders.flatMap((order) => order.lines);
    const bought = boughtOf(lines);
    const spent = add(orders.map((order) => order.total));
    return {
      month,
      orders: orders.length,
      spent,
      averageBasket: basket(spent, orders.length),
      sections: sectionsOf(lines),
      mostBought: [...bought]
        .sort((a, b) => b.orders - a.orders || b.quantity - a.quantity || byName(a, b))
        .slice(0, 5),
      mostSpentOn: [...bought].sort((a, b) => b.spent - a.spent || byName(a, b)).slice(0, 5),
    };
  }

  private ordersOf(user: TradeUser, month: string): TradeOrder[] {
    return this.trade.orders.filter(
      (order) => counts(order) && order.user === user && this.clock.dayOf(order.timestamp).startsWith(month),
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

function boughtOf(lines: readonly TradeLine[]): Bought[] {
  return [...byKey(lines, (line) => `${line.product.id} ${line.unitType}`).values()].map((group) => ({
    productId: group[0]!.product.id,
    name: group[0]!.product.name,
    unitType: group[0]!.unitType,
    quantity: units(add(group.map((line) => line.quantity))),
    spent: add(group.map((line) => line.price)),
    orders: group.length,
  }));
}

function sectionsOf(lines: readonly TradeLine[]): Json[] {
  return [...byKey(lines, (line) => line.product.section?.id ?? '').values()]
    .map((group) => ({
      sectionId: group[0]!.product.section?.id ?? null,
      name: group[0]!.product.section?.name ?? null,
      spent: add(group.map((line) => line.price)),
      lines: group.length,
    }))
    .sort((a, b) => b.spent - a.spent || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
}

const byName = (a: { name: string }, b: { name: string }): number =>
  a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1;
