import type { ClassRate, TaxTerms } from '../rules/pricing/tax.js';
import type { Settings } from '../settings/settings.js';

/**
 * Returns how a store taxes goods; null if it may not state a tax.
 *
 * @param rates of the day
 */
export function taxTerms({ tax }: Settings, rates: readonly ClassRate[]): TaxTerms | null {
  const { regime, scheme, defaultClassId, chargesClassId } = tax;
  if (scheme !== 'regular') return null;
  return { regime, defaultClassId, chargesClassId, rates };
}
