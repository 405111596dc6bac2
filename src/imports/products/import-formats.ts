import { Injectable } from '@nestjs/common';
import { moneyFormat } from '../../platform/common/money/money-format.js';
import { writtenMoney, type ReadMoney } from '../../platform/common/money/written-money.js';
import { Config } from '../../platform/config/config.js';
import type { PlannedRow } from './product-plan.js';
import type { LocalFormats } from './row-reader.js';

/** How amounts and dates are written in the store's country and currency. */
@Injectable()
export class ImportFormats implements LocalFormats {
  readonly readMoney: ReadMoney;
  readonly isMonthFirst: boolean;
  private readonly format: (minorUnits: number) => string;

  constructor({ store: { locale, currency } }: Config) {
    this.readMoney = writtenMoney(locale, currency);
    this.isMonthFirst = isMonthFirst(locale);
    this.format = moneyFormat(locale, currency);
  }

  /** Returns what a row would do to the rate of its product, for a person. */
  describe({ before, after }: PlannedRow): string {
    const old = before === undefined ? '' : ` from ${this.format(before.ratePerUnit)} per ${before.unitType}`;
    const rate = `${this.format(after.ratePerUnit)} per ${after.unitType}`;
    return `The rate would change${old} to ${rate}, more than fivefold, which has not been confirmed.`;
  }
}

/** Returns true for a country that writes the month before the day. */
function isMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'day' || type === 'month')?.type === 'month';
}
