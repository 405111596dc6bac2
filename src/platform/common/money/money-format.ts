import { numberFormat } from '../intl.js';

/**
 * Returns a formatter of amounts in minor units for a locale: 125000 is ₹1,250.00 in en-IN, and ¥125,000 in a currency
 * without a minor unit. No float is involved.
 *
 * @param options further options of Intl.NumberFormat, such as `currencyDisplay`
 */
export function moneyFormat(
  locale: string,
  currency: string,
  options: Intl.NumberFormatOptions = {},
): (minorUnits: number) => string {
  const format = numberFormat(locale, { ...options, style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
  // Passed as a string, the number keeps its full precision in Intl.
  return (minorUnits) => format.format(decimalOf(minorUnits, digits) as Intl.StringNumericLiteral);
}

/** Converts minor units to a machine-readable decimal number: 5 with 3 digits is 0.005. */
export function decimalOf(minorUnits: number, digits: number): string {
  const text = String(Math.abs(minorUnits)).padStart(digits + 1, '0');
  const point = text.length - digits;
  const sign = minorUnits < 0 ? '-' : '';
  return `${sign}${text.slice(0, point)}${digits === 0 ? '' : '.'}${text.slice(point)}`;
}

/** Returns the number of decimals of a currency: 2 for INR, 0 for JPY. @param currency ISO 4217 code */
export function currencyDecimals(currency: string): number {
  return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;
}
