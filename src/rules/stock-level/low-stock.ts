import { raw, type Sql } from '../../platform/database/transaction.js';

/** What decides whether the stock of a product is low. Both quantities are in the same unit. */
export interface StockLevel {
  /** Visibility to shoppers. A deleted product is never published. */
  readonly published: boolean | number;
  readonly available: number;
  readonly threshold: number;
}

/**
 * Returns true if the stock of a product is low: it is on sale, and less is available than its threshold. A product that is
 * sold out is low as well, unless its threshold is 0, which asks for no alerts.
 *
 * This and {@link lowStock} are the only definition: of the dashboard, lists, reports, alerts, mails and exports.
 */
export function isLowStock({ published, available, threshold }: StockLevel): boolean {
  return Boolean(published) && available < threshold;
}

/** Condition (WHERE) on `products p` that {@link isLowStock}. */
export function lowStock(): Sql {
  return raw(`${ON_SALE} AND p.quantity_available < p.low_stock_threshold`);
}

/** Condition (WHERE) on `products p` that a product is on sale and nothing of it is available. */
export function soldOut(): Sql {
  return raw(`${ON_SALE} AND p.quantity_available = 0`);
}

/** Both databases know the word, and it matches their indexes on `published`. */
const ON_SALE = 'p.published = TRUE';
