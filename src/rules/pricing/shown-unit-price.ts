import { dividedHalfUp } from './rounding.js';

/*
 * How shoppers compare packs. Only for display: no amount of an order depends on it. The shop compiles this file too.
 */

/**
 * `kg` shows the price of a kilogram, a litre or a piece (Directive 98/6/EC), `100g` that of 100 grams or millilitres, and `in` that of
 * a gram or millilitre in a pack of less than a kilogram or litre (Indian Legal Metrology (Packaged Commodities) Rules, rule 6).
 */
export const UNIT_PRICE_FORMS = ['off', 'kg', '100g', 'in'] as const;

export type UnitPriceForm = (typeof UNIT_PRICE_FORMS)[number];

/** A pack with what it contains. */
export interface Pack {
  /** Minor units of the currency for the pack. */
  readonly ratePerUnit: number;
  /** Thousandths of a gram, a millilitre or a piece. */
  readonly content: number;
  readonly unit: 'g' | 'ml' | 'piece';
}

/** The price of a number of grams, millilitres or pieces, in minor units. */
export interface ShownUnitPrice {
  readonly count: number;
  readonly price: number;
}

/** Returns the price that is shown of what a pack contains, rounded half up to minor units; undefined if none is. */
export function shownUnitPrice(
  { ratePerUnit, content, unit }: Pack,
  form: UnitPriceForm,
): ShownUnitPrice | undefined {
  if (form === 'off') return undefined;
  const count = unit === 'piece' ? 1 : countOf(form, content);
  return { count, price: dividedHalfUp(BigInt(ratePerUnit) * BigInt(count * 1000), BigInt(content)) };
}

function countOf(form: UnitPriceForm, content: number): number {
  if (form === '100g') return 100;
  return form === 'in' && content < 1_000_000 ? 1 : 1000;
}
