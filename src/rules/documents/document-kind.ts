import type { TaxRegime, TaxScheme } from '../pricing/tax.js';

export const DOCUMENT_KINDS = [
  'tax_invoice',
  'bill_of_supply',
  'invoice_cum_bill',
  'bill',
  'credit_note',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The kinds that state a sale. A credit note takes one back. */
export type SaleKind = Exclude<DocumentKind, 'credit_note'>;

/**
 * Returns the kind of document that a sale needs. Under the Indian GST (CGST Act, section 31, and rule 46A) a sale of goods that are
 * not taxed has a bill of supply, and one of both an invoice-cum-bill of supply. A dealer of the composition scheme always
 * issues bills of supply.
 *
 * @param areTaxed for each line, whether a tax is levied on it
 */
export function documentKind(
  { regime, scheme }: { readonly regime: TaxRegime; readonly scheme: TaxScheme },
  areTaxed: readonly boolean[],
): SaleKind {
  if (scheme === 'unregistered') return 'bill';
  if (regime === 'vat') return 'tax_invoice';
  if (scheme === 'composition' || !areTaxed.includes(true)) return 'bill_of_supply';
  return areTaxed.includes(false) ? 'invoice_cum_bill' : 'tax_invoice';
}
