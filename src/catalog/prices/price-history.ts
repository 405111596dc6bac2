import { join, sql, type Transaction } from '../../platform/database/transaction.js';
import type { Product } from '../product.entity.js';

type Rated = Pick<Product, 'id' | 'ratePerUnit'>;

/** A product before (undefined for a new one) and after a change. */
export interface RateChange {
  readonly before: Rated | undefined;
  readonly after: Rated;
}

/**
 * Records the rates of new products, and of those whose rate changes. A few hundred take two statements. The caller has locked
 * the products.
 *
 * Of two rates in the same millisecond the last one holds. If the clock was set back, a rate still comes after the one before:
 * a millisecond later.
 *
 * @param now time from which the rates hold, in milliseconds
 */
export async function recordRates(
  tx: Transaction,
  changes: readonly RateChange[],
  now: number,
): Promise<void> {
  const changed = changes.filter(({ before, after }) => before?.ratePerUnit !== after.ratePerUnit);
  if (changed.length === 0) return;
  const ids = changed.map(({ after }) => after.id);
  const latest = new Map(
    (
      await tx.rows<{ id: string; at: number }>(
        sql`SELECT product_id AS id, max(at) AS at FROM price_history WHERE product_id IN (${join(ids)}) GROUP BY product_id`,
      )
    ).map(({ id, at }) => [id, at]),
  );
  const rows = changed.map(({ after: { id, ratePerUnit } }) => {
    const last = latest.get(id) ?? 0;
    return sql`(${id}, ${now >= last ? now : last + 1}, ${ratePerUnit})`;
  });
  await tx.execute(sql`
    INSERT INTO price_history (product_id, at, rate_per_unit) VALUES ${join(rows)}
    ON CONFLICT (product_id, at) DO UPDATE SET rate_per_unit = excluded.rate_per_unit`);
}
