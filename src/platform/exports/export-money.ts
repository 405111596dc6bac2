import { money, type Cell } from '../csv/csv-writer.js';
import { currencyDecimals } from '../common/money/money-format.js';

/** Writes amounts as people read them: in the major unit, with the currency in the heading. */
export interface ExportMoney {
  /** Returns a heading such as "price (INR)", which an import reads as well. */
  heading(name: string): string;
  /** Returns the cell of an amount in minor units: 4550 is 45.50. */
  cell(minorUnits: number | null): Cell;
}

/** @param currency code of the store's currency */
export function exportMoney({ currency }: { readonly currency: string }): ExportMoney {
  const digits = currencyDecimals(currency);
  return {
    heading: (name) => `${name} (${currency})`,
    cell: (minorUnits) => money(minorUnits, digits),
  };
}
