import type { StoreConfig } from '../platform/config/config.js';
import { ORDER_STATUSES, ORDER_TRANSITIONS } from '../rules/order-status/order-status.js';
import type { TaxTerms } from '../rules/pricing/tax.js';
import type { Settings } from '../settings/settings.js';
import { storeState } from '../settings/store-state.js';
import type { StoreView } from './store.dto.js';

/** Returns the public data of the store. */
export function storeView(
  { name, currency, locale, timeZone }: StoreConfig,
  settings: Settings,
  taxes: TaxTerms | null,
): StoreView {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return {
    name,
    currency,
    currencyDigits: format.resolvedOptions().maximumFractionDigits ?? 2,
    locale,
    timeZone,
    orderStatuses: [...ORDER_STATUSES],
    legal: { ...settings.legal },
    prices: { ...settings.pricing },
    taxes: taxes && { ...taxes, state: storeState(settings), rates: [...taxes.rates] },
    orderTransitions: ORDER_TRANSITIONS.map(({ from, to, by }) => ({ from, to, by: [...by] })),
  };
}
