import type { Trade, TradeLine, TradeProduct } from '../../factories/trade.js';
import {
  add,
  basket,
  counts,
  inRange,
  shifted,
  units,
  type Json,
  type Range,
  type WallClock,
} from './days-and-figures.js';

/** Parameters of the stock report. */
interface StockQuery {
  readonly salesDays: number;
  readonly bestBeforeDays: number;
  readonly waste: Range;
}

/** The complete lists of the stock report. */
interface StockLists {
  readonly low: readonly Json[];
  readonly soldOut: readonly Json[];
  readonly cover: readonly Json[];
  readonly waste: readonly Json[];
  readonly bestBefore: readonly Json[];
  readonly neverSold: readonly Json[];
}

/** Computes the expected stock report. */
export class ReckonedStock {
  private readonly onSale: readonly TradeProduct[];
  private readonly linesSold: readonly (TradeLine & { readonly timestamp: number })[];

  constructor(
    private readonly trade: Trade,
    private readonly clock: WallClock,
  ) {
    this.onSale = trade.products.filter((product) => product.published);
    this.linesSold = trade.orders
      .filter(counts)
      .flatMap(({ timestamp, lines }) => lines.map((line) => ({ ...line, timestamp })));
  }

  /** Returns all lists of the report. */
  lists(today: string, { salesDays, bestBeforeDays, waste }: StockQuery): StockLists {
    return {
      low: this.low(),
      soldOut: this.soldOut(),
      cover: this.cover(today, salesDays),
      waste: this.wasted(waste),
      bestBefore: this.bestBefore(today, bestBeforeDays),
      neverSold: this.unsold(this.linesSold),
    };
  }

  /** Returns the products on sale without an order in a range, as in the month of the store. */
  unsoldIn(range: Range): Json[] {
    return this.unsold(this.linesSold.filter((line) => inRange(this.clock.dayOf(line.timestamp), range)));
  }

  private low(): Json[] {
    return sorted(
      this.onSale.filter((product) => product.available > 0 && product.available < product.threshold),
      (product) => product.available / product.threshold,
      (product) => product,
    ).map((product) => ({ ...withStock(product), lowStockThreshold: units(product.threshold) }));
  }

  private soldOut(): Json[] {
    return sorted(
      this.onSale.filter((product) => product.available === 0),
      () => 0,
      (product) => product,
    ).map(withStock);
  }

  private cover(today: string, salesDays: number): Json[] {
    const salesRange = { from: shifted(today, -salesDays), to: shifted(today, -1) };
    const sold = (product: TradeProduct): number =>
      add(
        this.linesSold
          .filter((line) => line.product === product && line.unitType === product.unitType)
          .filter((line) => inRange(this.clock.dayOf(line.timestamp), salesRange))
          .map((line) => line.quantity),
      );
    return sorted(
      this.onSale.filter((product) => product.available > 0 && sold(product) > 0),
      (product) => product.available / sold(product),
      (product) => product,
    ).map((product) => ({
      ...withStock(product),
      quantitySold: units(sold(product)),
      daysOfCover: basket(product.available * salesDays * 10, sold(product)) / 10,
    }));
  }

  private wasted(range: Range): Json[] {
    const wasted = this.trade.products.flatMap((product) => {
      const movements = this.trade.movements.filter(
        (movement) =>
          movement.product === product &&
          movement.reason === 'waste' &&
          inRange(this.clock.dayOf(movement.at), range),
      );
      return movements.length === 0
        ? []
        : [{ product, quantity: -add(movements.map((movement) => movement.delta)), times: movements.length }];
    });
    return sorted(
      wasted,
      ({ product, quantity }) => -product.rate * quantity,
      ({ product }) => product,
    ).map(({ product, quantity, times }) => ({
      ...withStock(product),
      quantityWasted: units(quantity),
      value: basket(product.rate * quantity, 1000),
      times,
    }));
  }

  private bestBefore(today: string, bestBeforeDays: number): Json[] {
    return sorted(
      this.trade.products.filter(
        ({ section, available, bestBefore }) =>
          section !== null &&
          available > 0 &&
          bestBefore !== null &&
          bestBefore <= shifted(today, bestBeforeDays),
      ),
      ({ bestBefore }) => Date.parse(bestBefore ?? ''),
      (product) => product,
    ).map((product) => ({
      ...withStock(product),
      bestBefore: product.bestBefore,
      daysLeft: Math.round((Date.parse(product.bestBefore ?? '') - Date.parse(today)) / 86_400_000),
    }));
  }

  private unsold(lines: readonly TradeLine[]): Json[] {
    const sold = lines.map((line) => line.product);
    return this.onSale
      .filter((product) => !sold.includes(product))
      .sort((a, b) => a.createdAt - b.createdAt)
      .map((product) => ({ ...withStock(product), createdAt: new Date(product.createdAt).toISOString() }));
  }
}

function withStock(product: TradeProduct): Json {
  return {
    productId: product.id,
    name: product.name,
    sectionName: product.section?.name ?? null,
    unitType: product.unitType,
    quantityAvailable: units(product.available),
  };
}

/** Sorts by a number, then by the product's name. */
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
