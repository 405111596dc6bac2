import { dateTimeFormat, numberFormat } from '../common/intl.js';
import { moneyFormat } from '../common/money/money-format.js';
import { isPrintable } from './fonts.js';

/** Writes values as the store's customers read them, in letters that the fonts have. */
export interface Formats {
  /** An amount in minor units of the currency. */
  readonly money: (minorUnits: number) => string;
  /** Up to three decimals. */
  readonly number: (value: number) => string;
  /** The day of an instant in the store's time zone. */
  readonly day: (instant: number) => string;
}

/** What the formats follow. */
export interface Habits {
  readonly locale: string;
  readonly currency: string;
  readonly timeZone: string;
}

type Format<Value> = (value: Value) => string;

/** Where a locale writes in letters that the fonts do not have, Latin ones stand in: KWD 1.250 for ‎١٫٢٥٠ د.ك. */
const LATIN = 'en-GB';

/** The formats of a store: those of its locale where they can be printed, and else those that can. */
export function printableFormats({ locale, currency, timeZone }: Habits): Formats {
  const byCode = { currencyDisplay: 'code' } as const;
  return {
    money: firstPrintable(moneyFormat(locale, currency), moneyFormat(LATIN, currency, byCode)),
    number: firstPrintable(decimal(locale), decimal(LATIN)),
    day: firstPrintable(dayFormat(locale, timeZone), dayFormat(LATIN, timeZone)),
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
