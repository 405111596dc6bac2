import { dateTimeFormat, numberFormat } from '../../common/intl.js';
import { moneyFormat } from '../../common/money/money-format.js';
import { fromThousandths } from '../../common/money/quantity.js';
import type { StoreConfig } from '../../config/config.js';
import type { MailLanguage } from './mail-language.js';

/** Formats money, quantities and times of the store for one recipient. */
export class MailFormatters {
  constructor(
    private readonly language: MailLanguage,
    private readonly store: Pick<StoreConfig, 'currency' | 'timeZone'>,
  ) {}

  /** @param minorUnits of the currency, which is the store's by default */
  money(minorUnits: number, currency = this.store.currency): string {
    return moneyFormat(this.language.locale, currency)(minorUnits);
  }

  /** Formats 1250 thousandths of a kg as `1.25 kg`. */
  quantity(thousandths: number, unitType: string): string {
    const number = numberFormat(this.language.locale, { maximumFractionDigits: 3 });
    const count = fromThousandths(thousandths);
    return `${number.format(count)} ${this.language.text(`unit.${unitType}`, { count })}`;
  }

  /** Formats a rate such as `₹50.00/kg`. */
  rate(minorUnits: number, unitType: string, currency?: string): string {
    return `${this.money(minorUnits, currency)}/${this.language.text(`unit.${unitType}`, { count: 1 })}`;
  }

  /** Formats a date with its time of day, in the store's time zone. */
  dateTime(instant: number): string {
    return this.inStoreZone({ dateStyle: 'long', timeStyle: 'short' }).format(instant);
  }

  /** Formats a time of day in the store's time zone. */
  time(instant: number): string {
    return this.inStoreZone({ timeStyle: 'short' }).format(instant);
  }

  /** @param month YYYY-MM */
  month(month: string): string {
    const format = dateTimeFormat(this.language.locale, {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    return format.format(Date.parse(`${month}-01T00:00:00Z`));
  }

  private inStoreZone(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return dateTimeFormat(this.language.locale, { ...options, timeZone: this.store.timeZone });
  }
}
