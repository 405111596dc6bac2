import { dateTimeFormat, numberFormat } from '../common/intl.js';
import { moneyFormat } from '../common/money/money-format.js';

/** Formats values by the conventions of the store's locale. */
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

/** Returns the formats of a store. */
export function storeFormats({ locale, currency, timeZone }: FormatSettings): Formats {
  const number = numberFormat(locale, { maximumFractionDigits: 3 });
  const day = dateTimeFormat(locale, { dateStyle: 'long', timeZone });
  return {
    money: moneyFormat(locale, currency),
    number: (value) => number.format(value),
    day: (instant) => day.format(instant),
  };
}
