const PRICE = /^(\d{1,9})(?:[.,](\d*))?$/;

/**
 * Parses a typed price to minor units: "12.5" is 1250 with two digits. Returns undefined if the text is not a price. Uses no
 * floating point.
 */
export function readPrice(typed: string, digits: number): number | undefined {
  const [, units, part = ''] = PRICE.exec(typed.trim()) ?? [];
  if (units === undefined || part.length > digits) return undefined;
  return Number(units + part.padEnd(digits, '0'));
}

/** Formats a price for an input field: 1250 is "12.50", 1200 is "12". */
export function writePrice(minorUnits: number | undefined, digits: number): string {
  if (minorUnits === undefined) return '';
  const text = String(minorUnits).padStart(digits + 1, '0');
  const point = text.length - digits;
  const part = text.slice(point);
  return /^0*$/.test(part) ? text.slice(0, point) : `${text.slice(0, point)}.${part}`;
}
