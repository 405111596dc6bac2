import { join, sql, type ReadConnection } from '../platform/database/transaction.js';
import type { ClassRate } from '../rules/pricing/tax.js';

/** Rates of a class from a day on, in thousandths of a percent. */
export interface DatedRate extends ClassRate {
  /** YYYY-MM-DD. */
  readonly validFrom: string;
}

/** Returns the rates of classes, of all if none are given, by their days, the latest first. */
export function taxRates(connection: ReadConnection, classIds: readonly string[] = []): Promise<DatedRate[]> {
  const condition = classIds.length === 0 ? sql`1 = 1` : sql`tax_class_id IN (${join([...classIds])})`;
  return connection.rows<DatedRate>(sql`
    SELECT tax_class_id AS "taxClassId", valid_from AS "validFrom", rate, cess FROM tax_rates
    WHERE ${condition} ORDER BY valid_from DESC, tax_class_id`);
}

/**
 * Returns the rates that apply on a day: of each class the latest that has begun.
 *
 * @param day YYYY-MM-DD
 * @param rates the latest first
 */
export function ratesOn(day: string, rates: readonly DatedRate[]): ClassRate[] {
  const current = new Map<string, ClassRate>();
  for (const { taxClassId, validFrom, rate, cess } of rates)
    if (validFrom <= day && !current.has(taxClassId)) current.set(taxClassId, { taxClassId, rate, cess });
  return [...current.values()];
}
