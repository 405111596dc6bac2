import { Injectable } from '@nestjs/common';
import { moneyFormat } from '../../platform/common/money/money-format.js';
import { writtenMoney, type ReadMoney } from '../../platform/common/money/written-money.js';
import { Config } from '../../platform/config/config.js';

/** How amounts and dates are written in the store's country and currency. */
@Injectable()
export class ImportFormats {
  readonly readMoney: ReadMoney;
  readonly isMonthFirst: boolean;
  /** ISO 4217. */
  readonly currency: string;
  /** Writes minor units for a person. */
  readonly money: (minorUnits: number) => string;

  constructor({ store: { locale, currency } }: Config) {
    this.readMoney = writtenMoney(locale, currency);
    this.isMonthFirst = isMonthFirst(locale);
    this.currency = currency;
    this.money = moneyFormat(locale, currency);
  }
}

/** Returns true for a country that writes the month before the day. */
function isMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'day' || type === 'month')?.type === 'month';
}
