import { numberFormat } from '../intl.js';

/**
 * Writes amounts in minor units as people of a place do: 125000 is ₹1,250.00 in en-IN, and ¥125,000 where the currency
 * has no minor unit. No float is involved.
 *
 * @param options further ones of Intl.NumberFormat, such as `currencyDisplay`
 */
export function moneyFormat(
  locale: string,
  currency: string,
  options: Intl.NumberFormatOptions = {},
): (minorUnits: number) => string {
  const format = numberFormat(locale, { ...options, style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
  // As a text, Intl takes the number as exactly as it is.
  return (minorUnits) => format.format(decimalOf(minorUnits, digits) as Intl.StringNumericLiteral);
}

/** Minor units as a decimal number for programs to read: 5 with 3 digits is 0.005. */
export function decimalOf(minorUnits: number, digits: number): string {
  const text = String(Math.abs(minorUnits)).padStart(digits + 1, '0');
  const point = text.length - digits;
  const sign = minorUnits < 0 ? '-' : '';
  return `${sign}${text.slice(0, point)}${digits === 0 ? '' : '.'}${text.slice(point)}`;
}
