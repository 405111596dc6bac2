import type { UnitType } from '../../platform/common/money/unit-type.js';
import type { NetUnit, StoredContent } from './net-content.js';
import { dividedHalfUp } from '../../rules/pricing/rounding.js';

/** What unit prices are per. */
export const UNIT_PRICE_UNITS = ['kg', 'l', 'piece'] as const;

/** What a shopper compares: the rate of a kilogram, a litre or a piece. */
export interface UnitPrice {
  /** Minor units of the currency. */
  readonly rate: number;
  readonly per: (typeof UNIT_PRICE_UNITS)[number];
}

const THOUSANDTHS = 1000n;

/** For each unit of contents: what its price is per, and how many of it that is. */
const OF_CONTENT: Readonly<Record<NetUnit, readonly [per: UnitPrice['per'], count: number]>> = {
  g: ['kg', 1000],
  ml: ['l', 1000],
  piece: ['piece', 1],
};

/** For each unit of sale that is a measure: what its price is per, and how many of it that is. */
const OF_MEASURE: Readonly<Partial<Record<UnitType, readonly [per: UnitPrice['per'], count: number]>>> = {
  kg: ['kg', 1],
  g: ['kg', 1000],
  l: ['l', 1],
  ml: ['l', 1000],
};

/**
 * Computes the rate per kilogram, litre or piece, rounded half up to minor units. Only for display: no amount of an order
 * depends on it. (Indian Legal Metrology (Packaged Commodities) Rules, rule 6; Directive 98/6/EC.)
 *
 * @returns null if the contents of the product are unknown
 */
export function unitPriceOf({
  unitType,
  ratePerUnit,
  netContent,
  netUnit,
}: StoredContent & { readonly unitType: UnitType; readonly ratePerUnit: number }): UnitPrice | null {
  if (netContent !== null && netUnit !== null) {
    const [per, count] = OF_CONTENT[netUnit];
    return {
      rate: dividedHalfUp(BigInt(ratePerUnit) * BigInt(count) * THOUSANDTHS, BigInt(netContent)),
      per,
    };
  }
  const measure = OF_MEASURE[unitType];
  return measure === undefined ? null : { rate: ratePerUnit * measure[1], per: measure[0] };
}
