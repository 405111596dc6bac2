import { requestErrors } from '../platform/common/common.errors.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { LegalSettings } from '../settings/legal-settings.dto.js';
import { checkState } from '../settings/store-state.js';
import type { TaxSettings } from '../settings/tax-settings.dto.js';
import { checkTaxClass } from './tax-class-codes.js';

/**
 * Checks settings of the tax, and keeps the classes that they name from being deleted.
 *
 * @throws request.rule-broken
 */
export async function checkTaxSettings(
  tx: Transaction,
  tax: TaxSettings,
  legal: LegalSettings,
): Promise<void> {
  const { regime, scheme, defaultClassId, chargesClassId } = tax;
  if (scheme === 'composition' && regime !== 'gst_in') {
    const message = 'Only the Indian GST has the composition scheme.';
    throw requestErrors['rule-broken']({
      errors: ['value.regime', 'value.scheme'].map((field) => ({
        field,
        code: 'settings.contradiction',
        message,
      })),
    });
  }
  checkState({ legal, tax }, 'value.state');
  await checkTaxClass(tx, defaultClassId, 'value.defaultClassId');
  await checkTaxClass(tx, chargesClassId, 'value.chargesClassId');
}
