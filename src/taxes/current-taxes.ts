import { Injectable } from '@nestjs/common';
import { cacheKey } from '../platform/cache/cache-key.js';
import { SharedCache } from '../platform/cache/shared-cache.js';
import { dayInTimeZone } from '../platform/calendar/store-day.js';
import { Clock } from '../platform/common/clock.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { TaxTerms } from '../rules/pricing/tax.js';
import { SettingsService } from '../settings/settings.service.js';
import { ratesOn, taxRates } from './rates-by-day.js';
import { taxTerms } from './tax-terms.js';

const RATES = cacheKey('tax-rates');

/** How the store taxes goods today. */
@Injectable()
export class CurrentTaxes {
  constructor(
    private readonly database: Database,
    private readonly cache: SharedCache,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly settings: SettingsService,
  ) {}

  /** Returns how goods are taxed; null if the store may not state a tax. Another process's change is seen within two seconds. */
  async terms(): Promise<TaxTerms | null> {
    const [settings, rates] = await Promise.all([
      this.settings.current(),
      this.cache.wrap('catalog', RATES, () => taxRates(this.database.read)),
    ]);
    return taxTerms(settings, ratesOn(this.today(), rates));
  }

  /** Returns the current day in the store's time zone. */
  today(): string {
    return dayInTimeZone(this.clock.now(), this.config.store.timeZone);
  }

  /** Must be called wherever a class or a rate changes. */
  invalidate(tx: Transaction): void {
    tx.afterCommit(() => this.cache.invalidate('catalog'));
  }
}
