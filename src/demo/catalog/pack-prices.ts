import { readNetContent, type NetContent } from '../../catalog/prices/net-content.js';
import { isMeasure } from '../../platform/common/money/unit-type.js';
import type { DemoProduct } from './demo-product.js';

/** The end of a name such as "Thin Poha 500 g". */
const AMOUNT_IN_NAME = /\d+(?:[.]\d+)? (?:g|kg|ml|l)$/i;

/** Maximum prices are printed in whole five rupees. */
const MRP_STEP = 500;
/** Percent above the rate, one after the other along a shelf. */
const MARGINS = [0, 4, 0, 8, 12];

/** What is printed on the pack of a product. */
export interface PackPrices {
  readonly mrp: number | null;
  readonly netContent: NetContent | null;
}

/** Returns the contents that a name says, and a maximum retail price for them. @param place of the product in its section */
export function packPricesOf(
  { name, unitType, rate }: Pick<DemoProduct, 'name' | 'unitType' | 'rate'>,
  place: number,
): PackPrices {
  const written = AMOUNT_IN_NAME.exec(name)?.[0];
  if (written === undefined || isMeasure(unitType)) return { mrp: null, netContent: null };
  const margin = MARGINS[place % MARGINS.length] ?? 0;
  const mrp = margin === 0 ? rate : Math.ceil((rate * (100 + margin)) / (100 * MRP_STEP)) * MRP_STEP;
  return { mrp, netContent: readNetContent(written) ?? null };
}
