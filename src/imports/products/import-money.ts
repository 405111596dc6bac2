import { Injectable } from '@nestjs/common';
import { moneyFormat } from '../../platform/common/money/money-format.js';
import { writtenMoney } from '../../platform/common/money/written-money.js';
import { Config } from '../../platform/config/config.js';
import type { ReadMoney } from './import-row.js';
import type { PlannedRow } from './product-plan.js';

/** Amounts in files, in the store's currency. */
@Injectable()
export class ImportMoney {
  readonly read: ReadMoney;
  private readonly format: (minorUnits: number) => string;

  constructor({ store: { locale, currency } }: Config) {
    this.read = writtenMoney(locale, currency);
    this.format = moneyFormat(locale, currency);
  }

  /** Returns what a row would do to the rate of its product, for a person. */
  describe({ before, after }: PlannedRow): string {
    const old = before === undefined ? '' : ` from ${this.format(before.ratePerUnit)} per ${before.unitType}`;
    const rate = `${this.format(after.ratePerUnit)} per ${after.unitType}`;
    return `The rate would change${old} to ${rate}, more than fivefold, which has not been confirmed.`;
  }
}
