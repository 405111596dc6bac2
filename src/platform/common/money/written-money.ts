import { numberFormat } from '../intl.js';
import { currencyDecimals } from './money-format.js';
import { plainNumber, writtenDigits, type DecimalMark } from './written-number.js';

/** Returns an amount as people write it in minor units; undefined if it cannot be read. */
export type ReadMoney = (text: string, mark?: DecimalMark) => number | undefined;

/** How rupees are written besides their sign. */
const RUPEES = ['rs.', 'rs'];
/** The dash of "45/-", which says that no paise follow. */
const NO_PAISE = /\/-$/;

/**
 * Returns a reader of amounts as people write them in a currency: "45", "38.50", "₹1,120.00" and "Rs. 45/-" are 4500,
 * 3850, 112000 and 4500 minor units of rupees. It returns undefined for what is no amount, is in another currency, has
 * parts of a minor unit, or could be read in two ways, such as "38,50".
 */
export function writtenMoney(locale: string, currency: string): ReadMoney {
  const digits = currencyDecimals(currency);
  const signs = currencySigns(locale, currency);
  return (text, mark = 'point') => {
    const written = writtenDigits(withoutSign(plainNumber(text).toLowerCase(), signs), mark);
    if (written === undefined || written.part.length > digits) return undefined;
    const minorUnits = Number(written.whole + written.part.padEnd(digits, '0'));
    return Number.isSafeInteger(minorUnits) ? minorUnits : undefined;
  };
}

/** Returns the ways to write a currency, longest first, in lower case. */
function currencySigns(locale: string, currency: string): string[] {
  const signs = (['symbol', 'narrowSymbol'] as const).map((currencyDisplay) =>
    numberFormat(locale, { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .flatMap(({ type, value }) => (type === 'currency' ? [value] : []))
      .join(''),
  );
  const all = [currency, ...signs, ...(currency === 'INR' ? RUPEES : [])].map((sign) => sign.toLowerCase());
  return all.toSorted((a, b) => b.length - a.length);
}

/** Removes the currency before or behind an amount. */
function withoutSign(text: string, signs: readonly string[]): string {
  const before = signs.find((sign) => text.startsWith(sign));
  if (before !== undefined) return text.slice(before.length).trim().replace(NO_PAISE, '');
  const behind = signs.find((sign) => text.endsWith(sign));
  return (behind === undefined ? text : text.slice(0, -behind.length).trim()).replace(NO_PAISE, '');
}
