import type { Product, ProductChanges } from './product-draft';

/** A product and what is to be changed of it. */
export interface PlannedChange {
  readonly product: Product;
  readonly changes: ProductChanges;
}

/** A change that was refused. */
export interface FailedChange extends PlannedChange {
  readonly failure: unknown;
}

/** By how many percent a rate may be changed in one go. */
export const PERCENT = { least: -90, most: 500 } as const;

const HUNDRED = 100n;
/** Percentages have two decimals at most: in hundredths they are whole. */
const WHOLE = HUNDRED * HUNDRED;
const TYPED_PERCENT = /^(?<sign>[+\-−]?)(?<whole>\d{1,3})(?:[.,](?<part>\d{1,2}))?\s*%?$/;

/** What was typed as a percentage, in hundredths: "-7.5 %" is -750. Undefined where it is none or out of bounds. */
export function readPercent(typed: string): number | undefined {
  const { sign, whole, part = '' } = TYPED_PERCENT.exec(typed.trim())?.groups ?? {};
  if (whole === undefined) return undefined;
  const hundredths = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  const signed = sign === '' || sign === '+' ? hundredths : -hundredths;
  return signed >= PERCENT.least * 100 && signed <= PERCENT.most * 100 ? signed : undefined;
}

/**
 * A rate by some percent more or less, in whole minor units, half up.
 *
 * @param hundredths of a percent
 * @param to minor units: to whole units of the currency, say
 */
export function rateByPercent(ratePerUnit: number, hundredths: number, to = 1): number {
  const exact = BigInt(ratePerUnit) * (WHOLE + BigInt(hundredths));
  const unit = WHOLE * BigInt(to);
  return Number(((exact + unit / 2n) / unit) * BigInt(to));
}

/** The same change for all, leaving out those of whom it is true already. */
export function planFor(products: readonly Product[], changes: ProductChanges): PlannedChange[] {
  return products
    .filter((product) =>
      Object.entries(changes).some(([field, value]) => product[field as keyof Product] !== value),
    )
    .map((product) => ({ product, changes }));
}

/** From how many whole units of money on a rate may be rounded to them: ₹0.38 for a gram must not become nothing. */
const LEAST_ROUNDED = 20;

/**
 * New rates by some percent, leaving out those who keep theirs. What costs something goes on to cost something.
 *
 * @param to minor units that rates are rounded to, unless they are too small for it
 */
export function planRates(products: readonly Product[], hundredths: number, to: number): PlannedChange[] {
  return products.flatMap((product) => {
    const { ratePerUnit: before } = product;
    const after = rateByPercent(before, hundredths, before < LEAST_ROUNDED * to ? 1 : to);
    return planFor([product], { ratePerUnit: before > 0 ? Math.max(1, after) : 0 });
  });
}

/**
 * Makes changes one after the other, each on the version that was seen. One that is refused does not stop those after it.
 *
 * @param onProgress is told how many are over
 */
export async function applyAll(
  plan: readonly PlannedChange[],
  apply: (change: PlannedChange) => Promise<unknown>,
  onProgress: (done: number) => void,
): Promise<FailedChange[]> {
  const failed: FailedChange[] = [];
  for (const [i, change] of plan.entries()) {
    await apply(change).catch((failure: unknown) => failed.push({ ...change, failure }));
    onProgress(i + 1);
  }
  return failed;
}
