/** The prices of carts and orders: the server's own file, so that they never differ. */
export * from '../../../src/rules/pricing/quote.ts';
export type { TaxTerms } from '../../../src/rules/pricing/tax.ts';
