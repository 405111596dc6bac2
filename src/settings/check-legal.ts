import { requestErrors } from '../platform/common/common.errors.js';
import type { FieldError } from '../platform/common/errors/domain-error.js';
import type { LegalSettings } from './legal-settings.dto.js';
import { isFssaiLicence, isGstin, isVatId } from './tax-number.js';

/** Currencies of the European Union and of Great Britain. */
const CURRENCIES_WITH_VAT_IDS: ReadonlySet<string> = new Set([
  ...['EUR', 'GBP', 'BGN', 'CZK', 'DKK', 'HUF', 'PLN', 'RON', 'SEK'],
]);

/**
 * Checks the numbers of a business that are not blank: those of India in a store in rupees, and in one in a currency of
 * Europe the form of a VAT identification number. Elsewhere any number is accepted.
 *
 * @param currency ISO 4217 code of the store's currency
 * @throws request.invalid
 */
export function checkLegal({ taxNumber, licence }: LegalSettings, currency: string): void {
  const errors = errorsOf(currency, taxNumber, licence);
  if (errors.length > 0) throw requestErrors.invalid({ errors });
}

function errorsOf(currency: string, taxNumber: string, licence: string): FieldError[] {
  if (currency === 'INR') return indianErrors(taxNumber, licence);
  return CURRENCIES_WITH_VAT_IDS.has(currency) ? vatErrors(taxNumber) : [];
}

function indianErrors(taxNumber: string, licence: string): FieldError[] {
  return [
    ...(taxNumber === '' || isGstin(taxNumber)
      ? []
      : [wrong('taxNumber', 'is-gstin', 'must be a GSTIN such as 29AAGCB7383J1Z4')]),
    ...(licence === '' || isFssaiLicence(licence)
      ? []
      : [wrong('licence', 'is-fssai-licence', 'must be a licence of the FSSAI: 14 digits')]),
  ];
}

function vatErrors(taxNumber: string): FieldError[] {
  const isValid = taxNumber === '' || isVatId(taxNumber);
  return isValid
    ? []
    : [wrong('taxNumber', 'is-vat-id', 'must be a VAT identification number such as DE123456789')];
}

function wrong(field: string, rule: string, text: string): FieldError {
  return { field: `value.${field}`, code: `field.${rule}`, message: `${field} ${text}.` };
}
