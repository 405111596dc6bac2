import { toIsoString } from '../common/iso-time.js';
import { decimalOf } from '../common/money/money-format.js';
import { fromThousandths } from '../common/money/quantity.js';

declare const CELL: unique symbol;

/** A cell of a CSV file as it is written, quoted if necessary. Only the functions in this file create one. */
export type Cell = string & { readonly [CELL]: true };

/** Characters that start a formula in a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * Writes user input. A spreadsheet would run a cell that looks like a formula: a leading apostrophe turns it into text, and
 * an import removes it again.
 */
export function text(value: string | null): Cell {
  if (value === null) return '' as Cell;
  const escaped = FORMULA.test(value) ? `'${value}` : value;
  return (NEEDS_QUOTES.test(escaped) ? `"${escaped.replaceAll('"', '""')}"` : escaped) as Cell;
}

/** Writes a value that the store created, such as an ID, a status or a date: it is no formula and needs no quotes. */
export function code(value: string | null): Cell {
  return (value ?? '') as Cell;
}

/** Writes money as a decimal number of the major unit: 4550 with 2 digits is 45.50. */
export function money(minorUnits: number | null, digits: number): Cell {
  return code(minorUnits === null ? null : decimalOf(minorUnits, digits));
}

/** Writes an integer. */
export function whole(value: number | null): Cell {
  return (value === null ? '' : String(value)) as Cell;
}

/** Writes thousandths of a unit as a decimal number of units. */
export function quantity(thousandths: number | null): Cell {
  return whole(thousandths === null ? null : fromThousandths(thousandths));
}

/** Writes milliseconds since 1970 as ISO 8601 in UTC. */
export function instant(milliseconds: number | null): Cell {
  return code(toIsoString(milliseconds));
}

/** Writes a flag as the database returns it: SQLite has 0 and 1. */
export function flag(value: boolean | number): Cell {
  return code(value === true || value === 1 ? 'true' : 'false');
}

/** Writes a line of RFC 4180 with its line break. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.join(',')}\r\n`;
}
