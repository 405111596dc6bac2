import type { TaxReport } from './reports';

export type TaxRow = TaxReport['rows'][number];

/** Parts of a tax, in the order of their columns. */
export const TAX_PARTS = ['vat', 'cgst', 'sgst', 'igst', 'cess'] as const;

type TaxPart = (typeof TAX_PARTS)[number];

/** Returns the parts that a row has, so that a store of one country sees no columns of another. */
export function usedParts(rows: readonly Pick<TaxRow, TaxPart>[]): TaxPart[] {
  return TAX_PARTS.filter((part) => rows.some((row) => row[part] !== 0));
}

/** Adds up the parts of a tax, in minor units. */
export function taxOf(amounts: Readonly<Record<TaxPart, number>>): number {
  return TAX_PARTS.reduce((sum, part) => sum + amounts[part], 0);
}
