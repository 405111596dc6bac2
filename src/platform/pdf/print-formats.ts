import { dateTimeFormat, numberFormat } from '../common/intl.js';
import { moneyFormat } from '../common/money/money-format.js';
import { isPrintable } from './fonts.js';

/** Formats values by the conventions of the store's locale, in letters that the fonts have. */
export interface Formats {
  /** An amount in minor units of the currency. */
  readonly money: (minorUnits: number) => string;
  /** A number with up to three decimals. */
  readonly number: (value: number) => string;
  /** The day of an instant in the store's time zone. */
  readonly day: (instant: number) => string;
}

/** Settings of the store that determine the formats. */
export interface FormatSettings {
  readonly locale: string;
  readonly currency: string;
  readonly timeZone: string;
}

type Format<Value> = (value: Value) => string;

/** Fallback for values with letters that the fonts lack: KWD 1.250 instead of ‎١٫٢٥٠ د.ك. */
const LATIN_LOCALE = 'en-GB';

/** Returns the formats of a store. A value that the fonts cannot print in the store's locale falls back to Latin letters. */
export function printableFormats({ locale, currency, timeZone }: FormatSettings): Formats {
  const byCode = { currencyDisplay: 'code' } as const;
  return {
    money: firstPrintable(moneyFormat(locale, currency), moneyFormat(LATIN_LOCALE, currency, byCode)),
    number: firstPrintable(decimal(locale), decimal(LATIN_LOCALE)),
    day: firstPrintable(dayFormat(locale, timeZone), dayFormat(LATIN_LOCALE, timeZone)),
  };
}

function firstPrintable<Value>(format: Format<Value>, latin: Format<Value>): Format<Value> {
  return (value) => {
    const text = format(value).replaceAll('\u202f', '\u00a0');
    return isPrintable(text) ? text : latin(value);
  };
}

function decimal(locale: string): Format<number> {
  const format = numberFormat(locale, { maximumFractionDigits: 3 });
  return (value) => format.format(value);
}

function dayFormat(locale: string, timeZone: string): Format<number> {
  const format = dateTimeFormat(locale, { dateStyle: 'long', timeZone });
  return (instant) => format.format(instant);
}
