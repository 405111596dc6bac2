import type { Trade, TradeLine, TradeOrder, TradeProduct, TradeUser } from '../factories/trade.js';

/*
 * What the reports must say, reckoned from the trade as it was made up: order by order, by asking Intl what the clocks
 * showed, and without any of the code that the store reckons with.
 */

interface Range {
  readonly from: string;
  readonly to: string;
}

type Json = Record<string, unknown>;

const counts = (order: TradeOrder): boolean => order.status !== 'cancelled';
const units = (thousandths: number): number => thousandths / 1000;
const add = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
/** Half up, in whole steps, so that no division can be off. */
function basket(revenue: number, orders: number): number {
  if (orders === 0) return 0;
  const whole = Math.floor(revenue / orders);
  return (revenue - whole * orders) * 2 >= orders ? whole + 1 : whole;
}

function byKey<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** The day that is so many days later. */
export function shifted(day: string, by: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

function everyDay({ from, to }: Range): string[] {
  const days = [];
  for (let day = from; day <= to; day = shifted(day, 1)) days.push(day);
  return days;
}

const inRange = (day: string, { from, to }: Range): boolean => day >= from && day <= to;

function isoWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const newYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((date.getTime() - newYear) / 86_400_000 + 1) / 7);
  return `${date.getUTCFullYear()}-W${week < 10 ? '0' : ''}${week}`;
}

/** The lists of the stock report, whole. */
export interface ReckonedStock {
  readonly low: readonly Json[];
  readonly soldOut: readonly Json[];
  readonly cover: readonly Json[];
  readonly waste: readonly Json[];
  readonly bestBefore: readonly Json[];
  readonly neverSold: readonly Json[];
  readonly unsoldIn: (range: Range) => readonly Json[];
}

/** Reckons for one time zone. */
export class Reckoner {
  private readonly clock: Intl.DateTimeFormat;
  private readonly shown = new Map<number, { day: string; hour: string; weekday: string }>();

  constructor(
    private readonly trade: Trade,
    private readonly timeZone: string,
  ) {
    this.clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hour12: false,
    });
  }

  dayOf(instant: number): string {
    return this.show(instant).day;
  }

  sales(range: Range, groupBy: string, limit: number): Json {
    const orders = this.trade.orders.filter(
      (order) => counts(order) && inRange(this.dayOf(order.timestamp), range),
    );
    const length = everyDay(range).length;
    const earlier = { from: shifted(range.from, -length), to: shifted(range.from, -1) };
    const before = this.trade.orders.filter((o) => counts(o) && inRange(this.dayOf(o.timestamp), earlier));
    const all = this.salesPoints(orders, range, groupBy);
    return {
      ...range,
      timeZone: this.timeZone,
      currency: 'INR',
      groupBy,
      totals: figures(orders),
      previous: { ...earlier, ...figures(before) },
      points: ['section', 'product'].includes(groupBy) ? all.slice(0, limit) : all,
      pointsTotal: all.length,
    };
  }

  stock(
    today: string,
    { salesDays, bestBeforeDays, waste }: { salesDays: number; bestBeforeDays: number; waste: Range },
  ): ReckonedStock {
    const { products, orders } = this.trade;
    const selling = { from: shifted(today, -salesDays), to: shifted(today, -1) };
    const lines = orders
      .filter(counts)
      .flatMap(({ timestamp, lines: of }) => of.map((line) => ({ ...line, timestamp })));
    const sold = (product: TradeProduct): number =>
      add(
        lines
          .filter((line) => line.product === product && line.unitType === product.unitType)
          .filter((line) => inRange(this.dayOf(line.timestamp), selling))
          .map((line) => line.quantity),
      );
    const onSale = products.filter((product) => product.published);
    const wasted = products.flatMap((product) => {
      const of = this.trade.movements.filter(
        (one) => one.product === product && one.reason === 'waste' && inRange(this.dayOf(one.at), waste),
      );
      return of.length === 0
        ? []
        : [{ product, quantity: -add(of.map((one) => one.delta)), times: of.length }];
    });
    return {
      low: sorted(
        onSale.filter((product) => product.available > 0 && product.available < product.threshold),
        (product) => product.available / product.threshold,
        (product) => product,
      ).map((product) => ({ ...stocked(product), lowStockThreshold: units(product.threshold) })),
      soldOut: sorted(
        onSale.filter((product) => product.available === 0),
        () => 0,
        (product) => product,
      ).map(stocked),
      cover: sorted(
        onSale.filter((product) => product.available > 0 && sold(product) > 0),
        (product) => product.available / sold(product),
        (product) => product,
      ).map((product) => ({
        ...stocked(product),
        quantitySold: units(sold(product)),
        daysOfCover: basket(product.available * salesDays * 10, sold(product)) / 10,
      })),
      waste: sorted(
        wasted,
        ({ product, quantity }) => -product.rate * quantity,
        ({ product }) => product,
      ).map(({ product, quantity, times }) => ({
        ...stocked(product),
        quantityWasted: units(quantity),
        value: basket(product.rate * quantity, 1000),
        times,
      })),
      bestBefore: sorted(
        products.filter(
          ({ section, available, bestBefore }) =>
            section !== null &&
            available > 0 &&
            bestBefore !== null &&
            bestBefore <= shifted(today, bestBeforeDays),
        ),
        ({ bestBefore }) => Date.parse(bestBefore ?? ''),
        (product) => product,
      ).map((product) => ({
        ...stocked(product),
        bestBefore: product.bestBefore,
        daysLeft: Math.round((Date.parse(product.bestBefore ?? '') - Date.parse(today)) / 86_400_000),
      })),
      neverSold: this.unsold(lines.map((line) => line.product)),
      unsoldIn: (range: Range) =>
        this.unsold(lines.filter((l) => inRange(this.dayOf(l.timestamp), range)).map((line) => line.product)),
    };
  }

  engagement(
    range: Range,
    today: string,
    { dormantDays, cohortBy }: { dormantDays: number; cohortBy: string },
  ): Json {
    const shoppers = this.trade.users.filter((user) => user.role === 'user');
    const daysOf = new Map(shoppers.map((user) => [user, this.activeDays(user)]));
    const came = (user: TradeUser, from: string, to: string): boolean =>
      [...(daysOf.get(user) ?? [])].some((day) => day >= from && day <= to);
    const active = shoppers.filter((user) => came(user, range.from, range.to));
    const registeredOn = (user: TradeUser): string => this.dayOf(user.createdAt);
    const points = everyDay(range).map((day) => ({
      day,
      daily: shoppers.filter((user) => daysOf.get(user)?.has(day)).length,
      weekly: shoppers.filter((user) => came(user, shifted(day, -6), day)).length,
      monthly: shoppers.filter((user) => came(user, shifted(day, -29), day)).length,
      registered: shoppers.filter((user) => registeredOn(user) === day).length,
    }));
    const asOf = range.to < today ? range.to : today;
    const away = shoppers
      .filter((user) => user.status === 'approved' && registeredOn(user) <= shifted(asOf, -dormantDays))
      .filter((user) => !came(user, shifted(asOf, 1 - dormantDays), asOf))
      .map((user) => ({
        user,
        last:
          [...(daysOf.get(user) ?? [])]
            .filter((day) => day <= asOf)
            .sort()
            .at(-1) ?? null,
      }))
      .sort(
        (a, b) =>
          (a.last ?? '').localeCompare(b.last ?? '') ||
          a.user.createdAt - b.user.createdAt ||
          (a.user.id < b.user.id ? -1 : 1),
      );
    return {
      ...range,
      timeZone: this.timeZone,
      active: active.length,
      registered: add(points.map((point) => point.registered)),
      returning: active.filter((user) => registeredOn(user) < range.from).length,
      points,
      dormant: {
        asOf,
        dormantDays,
        items: away.map(({ user, last }) => ({
          userId: user.id,
          username: user.username,
          displayName: user.username.toUpperCase(),
          lastActiveOn: last,
        })),
        total: away.length,
      },
      cohortBy,
      cohorts: this.cohorts(range, cohortBy, shoppers, daysOf),
    };
  }

  shopper(user: TradeUser, month: string): Json {
    const orders = this.trade.orders.filter(
      (order) => counts(order) && order.user === user && this.dayOf(order.timestamp).startsWith(month),
    );
    const lines = orders.flatMap((order) => order.lines);
    const bought = [...byKey(lines, (line) => `${line.product.id} ${line.unitType}`).values()].map((of) => ({
      productId: of[0]!.product.id,
      name: of[0]!.product.name,
      unitType: of[0]!.unitType,
      quantity: units(add(of.map((line) => line.quantity))),
      spent: add(of.map((line) => line.price)),
      orders: of.length,
    }));
    const byName = (a: { name: string }, b: { name: string }): number =>
      a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1;
    const sections = [...byKey(lines, (line) => line.product.section?.id ?? '').values()]
      .map((of) => ({
        sectionId: of[0]!.product.section?.id ?? null,
        name: of[0]!.product.section?.name ?? null,
        spent: add(of.map((line) => line.price)),
        lines: of.length,
      }))
      .sort((a, b) => b.spent - a.spent || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
    const spent = add(orders.map((order) => order.total));
    return {
      month,
      orders: orders.length,
      spent,
      averageBasket: basket(spent, orders.length),
      sections,
      mostBought: [...bought]
        .sort((a, b) => b.orders - a.orders || b.quantity - a.quantity || byName(a, b))
        .slice(0, 5),
      mostSpentOn: [...bought].sort((a, b) => b.spent - a.spent || byName(a, b)).slice(0, 5),
    };
  }

  private salesPoints(orders: readonly TradeOrder[], range: Range, groupBy: string): Json[] {
    const of = (keyOf: (order: TradeOrder) => string) => byKey(orders, keyOf);
    const spanned = (keyOfDay: (day: string) => string): Json[] => {
      const groups = of((order) => keyOfDay(this.dayOf(order.timestamp)));
      return [...byKey(everyDay(range), keyOfDay)].map(([key, days]) => ({
        ...point(key, groups.get(key) ?? []),
        from: days[0],
        to: days.at(-1),
      }));
    };
    switch (groupBy) {
      case 'day':
        return spanned((day) => day);
      case 'week':
        return spanned(isoWeek);
      case 'month':
        return spanned((day) => day.slice(0, 7));
      case 'weekday': {
        const groups = of((order) => this.show(order.timestamp).weekday);
        return ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((name, i) =>
          point(String(i + 1), groups.get(name) ?? []),
        );
      }
      case 'hour': {
        const groups = of((order) => this.show(order.timestamp).hour);
        return Array.from({ length: 24 }, (_, hour) =>
          point(String(hour), groups.get(String(hour).padStart(2, '0')) ?? []),
        );
      }
      default:
        return groupPoints(orders, groupBy);
    }
  }

  private unsold(sold: readonly TradeProduct[]): Json[] {
    return this.trade.products
      .filter((product) => product.published && !sold.includes(product))
      .sort((a, b) => a.createdAt - b.createdAt)
      .map((product) => ({ ...stocked(product), createdAt: new Date(product.createdAt).toISOString() }));
  }

  /** Whatever an order has become: on that day they came. */
  private activeDays(user: TradeUser): Set<string> {
    return new Set([
      ...this.trade.activity.filter((entry) => entry.user === user).map((entry) => entry.day),
      ...this.trade.orders.filter((order) => order.user === user).map((order) => this.dayOf(order.timestamp)),
    ]);
  }

  private cohorts(
    range: Range,
    cohortBy: string,
    shoppers: readonly TradeUser[],
    daysOf: ReadonlyMap<TradeUser, Set<string>>,
  ): Json[] {
    const months = [...new Set(everyDay(range).map((day) => day.slice(0, 7)))];
    const cohortOf = (user: TradeUser): string | undefined => {
      if (cohortBy === 'registration') return this.dayOf(user.createdAt).slice(0, 7);
      const own = this.trade.orders.filter((order) => order.user === user && counts(order));
      const first = own.map((order) => order.timestamp).sort((a, b) => a - b)[0];
      return first === undefined ? undefined : this.dayOf(first).slice(0, 7);
    };
    return months.map((month, i) => {
      const members = shoppers.filter(
        (user) =>
          cohortOf(user) === month && (cohortBy !== 'registration' || this.dayOf(user.createdAt) <= range.to),
      );
      const active = months
        .slice(i)
        .map(
          (later) =>
            members.filter((user) =>
              [...(daysOf.get(user) ?? [])].some((day) => day.startsWith(later) && day <= range.to),
            ).length,
        );
      return { month, size: members.length, active };
    });
  }

  private show(instant: number): { day: string; hour: string; weekday: string } {
    const known = this.shown.get(instant);
    if (known !== undefined) return known;
    const part = Object.fromEntries(
      this.clock.formatToParts(instant).map(({ type, value }) => [type, value]),
    );
    const shown = {
      day: `${part['year']}-${part['month']}-${part['day']}`,
      hour: part['hour'] === '24' ? '00' : (part['hour'] ?? ''),
      weekday: part['weekday'] ?? '',
    };
    this.shown.set(instant, shown);
    return shown;
  }
}

function figures(orders: readonly TradeOrder[]): Json {
  const revenue = add(orders.map((order) => order.total));
  return {
    revenue,
    orders: orders.length,
    averageBasket: basket(revenue, orders.length),
    customers: new Set(orders.map((order) => order.user)).size,
  };
}

function point(key: string | null, orders: readonly TradeOrder[]): Json {
  const revenue = add(orders.map((order) => order.total));
  return {
    key,
    name: null,
    from: null,
    to: null,
    revenue,
    orders: orders.length,
    averageBasket: basket(revenue, orders.length),
    lines: null,
    quantity: null,
    unitType: null,
  };
}

function groupPoints(orders: readonly TradeOrder[], groupBy: string): Json[] {
  const lines = orders.flatMap((order) => order.lines.map((line): [TradeOrder, TradeLine] => [order, line]));
  const idOf = ({ product }: TradeLine): string =>
    groupBy === 'product' ? product.id : (product.section?.id ?? '');
  return [...byKey(lines, ([, line]) => idOf(line))]
    .map(([id, of]): Json & { key: string | null; revenue: number } => {
      const { product } = of[0]![1];
      const revenue = add(of.map(([, line]) => line.price));
      const inOrders = new Set(of.map(([order]) => order)).size;
      const soldBy = new Set(of.map(([, line]) => line.unitType));
      const one = groupBy === 'product' && soldBy.size === 1;
      return {
        ...point(null, []),
        key: id === '' ? null : id,
        name: groupBy === 'product' ? product.name : (product.section?.name ?? null),
        revenue,
        orders: inOrders,
        averageBasket: basket(revenue, inOrders),
        lines: of.length,
        quantity: one ? units(add(of.map(([, line]) => line.quantity))) : null,
        unitType: one ? [...soldBy][0] : null,
      };
    })
    .sort((a, b) => b.revenue - a.revenue || ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
}

function stocked(product: TradeProduct): Json {
  return {
    productId: product.id,
    name: product.name,
    sectionName: product.section?.name ?? null,
    unitType: product.unitType,
    quantityAvailable: units(product.available),
  };
}

/** By a number, and where that is the same by the product's name. */
function sorted<T>(
  list: readonly T[],
  numberOf: (item: T) => number,
  productOf: (item: T) => TradeProduct,
): T[] {
  return [...list].sort(
    (a, b) =>
      numberOf(a) - numberOf(b) ||
      (productOf(a).name.toLowerCase() < productOf(b).name.toLowerCase() ? -1 : 1),
  );
}
