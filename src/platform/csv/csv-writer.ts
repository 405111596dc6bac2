import { writtenInstant } from '../common/iso-time.js';
import { fromThousandths } from '../common/money/quantity.js';

declare const CELL: unique symbol;

/** A cell of a CSV file as it is written, quoted where it has to be. Only the functions of this file make one. */
export type Cell = string & { readonly [CELL]: true };

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * What people have typed. A spreadsheet would run a cell that looks like a formula: an apostrophe before it makes it a
 * text, which an import takes away again.
 */
export function text(value: string | null): Cell {
  if (value === null) return '' as Cell;
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return (NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless) as Cell;
}

/** What the store itself has made, and so is neither a formula nor in need of quotes: an id, a status, a date. */
export function code(value: string | null): Cell {
  return (value ?? '') as Cell;
}

/** A whole number, such as money in minor units. */
export function whole(value: number | null): Cell {
  return (value === null ? '' : String(value)) as Cell;
}

/** Thousandths of a unit, as a decimal number of units. */
export function quantity(thousandths: number | null): Cell {
  return whole(thousandths === null ? null : fromThousandths(thousandths));
}

/** Milliseconds since 1970, as ISO 8601 in UTC. */
export function instant(milliseconds: number | null): Cell {
  return code(writtenInstant(milliseconds));
}

/** A flag as the database gives it: SQLite has 0 and 1. */
export function flag(value: boolean | number): Cell {
  return code(value === true || value === 1 ? 'true' : 'false');
}

/** A line of RFC 4180 with its end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.join(',')}\r\n`;
}
