import { documentKind, type SaleKind } from './document-kind.js';
import type { TaxRegime, TaxScheme } from '../pricing/tax.js';

it.each<[TaxRegime, TaxScheme, boolean[], SaleKind]>([
  ['gst_in', 'regular', [true, true], 'tax_invoice'],
  ['gst_in', 'regular', [false, false], 'bill_of_supply'],
  ['gst_in', 'regular', [true, false], 'invoice_cum_bill'],
  ['gst_in', 'composition', [true, true], 'bill_of_supply'],
  ['gst_in', 'unregistered', [true, false], 'bill'],
  ['vat', 'regular', [true, true], 'tax_invoice'],
  ['vat', 'regular', [false, false], 'tax_invoice'],
  ['vat', 'unregistered', [true], 'bill'],
])('%s, %s, lines taxed: %j → %s', (regime, scheme, areTaxed, kind) => {
  expect(documentKind({ regime, scheme }, areTaxed)).toBe(kind);
});
