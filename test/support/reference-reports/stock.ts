import { DAY_MS } from '../../../src/platform/common/durations.js';
import {
  promisedOf,
  type StoreData,
  type GeneratedLine,
  type GeneratedProduct,
} from '../../factories/bulk/store-data.js';
import {
  sumOf,
  divideRounded,
  isSale,
  inRange,
  addDays,
  toUnits,
  type Json,
  type Range,
  type WallClock,
} from './calculations.js';

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
export class ReferenceStock {
  private readonly onSale: readonly GeneratedProduct[];
  private readonly linesSold: readonly (GeneratedLine & { readonly timestamp: number })[];

  constructor(
    private readonly storeData: StoreData,
    private readonly clock: WallClock,
  ) {
    this.onSale = storeData.products.filter((product) => product.published);
    this.linesSold = storeData.orders
      .filter(isSale)
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
      this.onSale.filter((product) => product.available < product.threshold),
      (product) => product.available / product.threshold,
      (product) => product,
    ).map((product) => ({ ...this.withStock(product), lowStockThreshold: toUnits(product.threshold) }));
  }

  private soldOut(): Json[] {
    return sorted(
      this.onSale.filter((product) => product.available === 0),
      () => 0,
      (product) => product,
    ).map((product) => this.withStock(product));
  }

  private cover(today: string, salesDays: number): Json[] {
    const salesRange = { from: addDays(today, -salesDays), to: addDays(today, -1) };
    const sold = (product: GeneratedProduct): number =>
      sumOf(
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
      ...this.withStock(product),
      quantitySold: toUnits(sold(product)),
      daysOfCover: divideRounded(product.available * salesDays * 10, sold(product)) / 10,
    }));
  }

  private wasted(range: Range): Json[] {
    const wasted = this.storeData.products.flatMap((product) => {
      const movements = this.storeData.movements.filter(
        (movement) =>
          movement.product === product &&
          movement.reason === 'waste' &&
          inRange(this.clock.dayOf(movement.at), range),
      );
      return movements.length === 0
        ? []
        : [
            {
              product,
              quantity: -sumOf(movements.map((movement) => movement.delta)),
              times: movements.length,
            },
          ];
    });
    return sorted(
      wasted,
      ({ product, quantity }) => -product.rate * quantity,
      ({ product }) => product,
    ).map(({ product, quantity, times }) => ({
      ...this.withStock(product),
      quantityWasted: toUnits(quantity),
      value: divideRounded(product.rate * quantity, 1000),
      times,
    }));
  }

  private bestBefore(today: string, bestBeforeDays: number): Json[] {
    return sorted(
      this.storeData.products.filter(
        ({ section, available, bestBefore }) =>
          section !== null &&
          available > 0 &&
          bestBefore !== null &&
          bestBefore <= addDays(today, bestBeforeDays),
      ),
      ({ bestBefore }) => Date.parse(bestBefore ?? ''),
      (product) => product,
    ).map((product) => ({
      ...this.withStock(product),
      bestBefore: product.bestBefore,
      daysLeft: Math.round((Date.parse(product.bestBefore ?? '') - Date.parse(today)) / DAY_MS),
    }));
  }

  private unsold(lines: readonly GeneratedLine[]): Json[] {
    const sold = lines.map((line) => line.product);
    return this.onSale
      .filter((product) => !sold.includes(product))
      .sort((a, b) => a.createdAt - b.createdAt)
      .map((product) => ({
        ...this.withStock(product),
        createdAt: new Date(product.createdAt).toISOString(),
      }));
  }

  private withStock(product: GeneratedProduct): Json {
    const promised = promisedOf(this.storeData, product);
    return {
      productId: product.id,
      name: product.name,
      sectionName: product.section?.name ?? null,
      unitType: product.unitType,
      quantityAvailable: toUnits(product.available),
      quantityPromised: toUnits(promised),
      quantityOnHand: toUnits(product.available + promised),
    };
  }
}

/** Sorts by a number, then by the product's name. */
function sorted<T>(
  list: readonly T[],
  numberOf: (item: T) => number,
  productOf: (item: T) => GeneratedProduct,
): T[] {
  return [...list].sort(
    (a, b) =>
      numberOf(a) - numberOf(b) ||
      (productOf(a).name.toLowerCase() < productOf(b).name.toLowerCase() ? -1 : 1),
  );
}
