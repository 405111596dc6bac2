import { requestErrors } from '../platform/common/common.errors.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { TaxSettings } from '../settings/tax-settings.dto.js';
import { checkTaxClass } from './tax-class-codes.js';

/**
 * Checks settings of the tax, and keeps the classes that they name from being deleted.
 *
 * @throws request.rule-broken
 */
export async function checkTaxSettings(
  tx: Transaction,
  { regime, scheme, defaultClassId, chargesClassId }: TaxSettings,
): Promise<void> {
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
  await checkTaxClass(tx, defaultClassId, 'value.defaultClassId');
  await checkTaxClass(tx, chargesClassId, 'value.chargesClassId');
}
