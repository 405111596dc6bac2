import { DAY_MS } from '../../../src/platform/common/durations.js';
import type { StoreData, GeneratedLine, GeneratedOrder } from '../../factories/bulk/store-data.js';
import {
  sumOf,
  divideRounded,
  groupByKey,
  isSale,
  daysIn,
  inRange,
  addDays,
  toUnits,
  type Json,
  type Range,
  type WallClock,
} from './calculations.js';

/** Computes the expected sales report. */
export class ReferenceSales {
  constructor(
    private readonly storeData: StoreData,
    private readonly clock: WallClock,
  ) {}

  /** Returns the whole report. */
  report(range: Range, groupBy: string, limit: number): Json {
    const orders = this.ordersIn(range);
    const length = daysIn(range).length;
    const earlier = { from: addDays(range.from, -length), to: addDays(range.from, -1) };
    const all = this.points(orders, range, groupBy);
    return {
      ...range,
      timeZone: this.clock.timeZone,
      currency: 'INR',
      groupBy,
      totals: totals(orders),
      previous: { ...earlier, ...totals(this.ordersIn(earlier)) },
      points: ['section', 'product'].includes(groupBy) ? all.slice(0, limit) : all,
      pointsTotal: all.length,
    };
  }

  private ordersIn(range: Range): GeneratedOrder[] {
    return this.storeData.orders.filter(
      (order) => isSale(order) && inRange(this.clock.dayOf(order.timestamp), range),
    );
  }

  private points(orders: readonly GeneratedOrder[], range: Range, groupBy: string): Json[] {
    const groupedBy = (keyOf: (order: GeneratedOrder) => string) => groupByKey(orders, keyOf);
    const pointsByPeriod = (keyOfDay: (day: string) => string): Json[] => {
      const groups = groupedBy((order) => keyOfDay(this.clock.dayOf(order.timestamp)));
      return [...groupByKey(daysIn(range), keyOfDay)].map(([key, days]) => ({
        ...point(key, groups.get(key) ?? []),
        from: days[0],
        to: days.at(-1),
      }));
    };
    switch (groupBy) {
      case 'day':
        return pointsByPeriod((day) => day);
      case 'week':
        return pointsByPeriod(isoWeek);
      case 'month':
        return pointsByPeriod((day) => day.slice(0, 7));
      case 'weekday': {
        const groups = groupedBy((order) => this.clock.weekdayOf(order.timestamp));
        return ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((name, i) =>
          point(String(i + 1), groups.get(name) ?? []),
        );
      }
      case 'hour': {
        const groups = groupedBy((order) => this.clock.hourOf(order.timestamp));
        return Array.from({ length: 24 }, (_, hour) =>
          point(String(hour), groups.get(String(hour).padStart(2, '0')) ?? []),
        );
      }
      default:
        return groupPoints(orders, groupBy);
    }
  }
}

function isoWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const newYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((date.getTime() - newYear) / DAY_MS + 1) / 7);
  return `${date.getUTCFullYear()}-W${week < 10 ? '0' : ''}${week}`;
}

function totals(orders: readonly GeneratedOrder[]): Json {
  const revenue = sumOf(orders.map((order) => order.total));
  return {
    revenue,
    goods: sumOf(orders.flatMap(({ lines }) => lines.map(({ price }) => price))),
    charges: sumOf(orders.map(({ charge }) => charge)),
    discounts: sumOf(orders.map(({ discount }) => discount)),
    orders: orders.length,
    averageBasket: divideRounded(revenue, orders.length),
    customers: new Set(orders.map((order) => order.user)).size,
  };
}

function point(key: string | null, orders: readonly GeneratedOrder[]): Json {
  const revenue = sumOf(orders.map((order) => order.total));
  return {
    key,
    name: null,
    from: null,
    to: null,
    revenue,
    orders: orders.length,
    averageBasket: divideRounded(revenue, orders.length),
    lines: null,
    quantity: null,
    unitType: null,
  };
}

function groupPoints(orders: readonly GeneratedOrder[], groupBy: string): Json[] {
  const lines = orders.flatMap((order) =>
    order.lines.map((line): [GeneratedOrder, GeneratedLine] => [order, line]),
  );
  const idOf = ({ product }: GeneratedLine): string =>
    groupBy === 'product' ? product.id : (product.section?.id ?? '');
  return [...groupByKey(lines, ([, line]) => idOf(line))]
    .map(([id, group]): Json & { key: string | null; revenue: number } => {
      const { product } = group[0]![1];
      const revenue = sumOf(group.map(([, line]) => line.price));
      const inOrders = new Set(group.map(([order]) => order)).size;
      const soldUnits = new Set(group.map(([, line]) => line.unitType));
      const hasOneUnit = groupBy === 'product' && soldUnits.size === 1;
      return {
        ...point(null, []),
        key: id === '' ? null : id,
        name: groupBy === 'product' ? product.name : (product.section?.name ?? null),
        revenue,
        orders: inOrders,
        averageBasket: divideRounded(revenue, inOrders),
        lines: group.length,
        quantity: hasOneUnit ? toUnits(sumOf(group.map(([, line]) => line.quantity))) : null,
        unitType: hasOneUnit ? [...soldUnits][0] : null,
      };
    })
    .sort((a, b) => b.revenue - a.revenue || ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
}
