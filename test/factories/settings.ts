import { bodyOf, type Bearer } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';

/** What the store charges besides the goods, in minor units. */
export interface TestPricing {
  readonly deliveryFee: number;
  readonly freeDeliveryFrom: number | null;
  readonly packingFee: number;
  readonly unitPrice?: 'off' | 'kg' | '100g' | 'in';
}

/** Who sells. */
export interface TestLegal {
  readonly name: string;
  readonly address: {
    readonly line1: string;
    readonly line2: string;
    readonly city: string;
    readonly postalCode: string;
  };
  readonly taxNumber: string;
  readonly licence: string;
}

/** A business in India that is registered for the GST. */
export const BUSINESS: TestLegal = {
  name: 'Green Basket Retail',
  address: { line1: '12, Market Road', line2: '', city: 'Bengaluru', postalCode: '560003' },
  taxNumber: '29AAGCB7383J1Z4',
  licence: '10012011000123',
};

export interface Versioned<Value> {
  readonly value: Value;
  readonly version: number;
}

/** How the store is taxed. */
export interface TestTax {
  readonly regime: 'vat' | 'gst_in';
  readonly scheme: 'regular' | 'composition' | 'unregistered';
  readonly state?: string | null;
  readonly defaultClassId: string | null;
  readonly chargesClassId: string | null;
}

/** How documents are numbered. */
export interface TestDocumentSettings {
  readonly fiscalYearStart: string;
  readonly prefixes: Readonly<
    Record<'taxInvoice' | 'billOfSupply' | 'invoiceCumBill' | 'bill' | 'creditNote', string>
  >;
}

interface TestSettings {
  readonly legal: Versioned<TestLegal>;
  readonly pricing: Versioned<TestPricing>;
  readonly tax: Versioned<TestTax>;
  readonly documents: Versioned<TestDocumentSettings>;
}

/** Returns the settings, with the versions that a change is based on. */
export async function currentSettings(server: Server, admin: Bearer): Promise<TestSettings> {
  return bodyOf(await server.client.as(admin).get<TestSettings>('/admin/settings'), 200);
}

/** Changes what the store charges. What is not given is free. Not for a server that test files share. */
export async function setPricing(
  server: Server,
  admin: Bearer,
  fees: Partial<TestPricing>,
): Promise<Versioned<TestPricing>> {
  const { version } = (await currentSettings(server, admin)).pricing;
  const value = { deliveryFee: 0, freeDeliveryFrom: null, packingFee: 0, ...fees };
  return bodyOf(await server.client.as(admin).put('/admin/settings/pricing', { version, value }), 200);
}

/** Replaces who sells. Not for a server that test files share. */
export async function setLegal(
  server: Server,
  admin: Bearer,
  value: TestLegal = BUSINESS,
): Promise<Versioned<TestLegal>> {
  const { version } = (await currentSettings(server, admin)).legal;
  return bodyOf(await server.client.as(admin).put('/admin/settings/legal', { version, value }), 200);
}

/** Registers the store for the Indian GST. Not for a server that test files share. */
export async function setTax(
  server: Server,
  admin: Bearer,
  tax: Partial<TestTax> = {},
): Promise<Versioned<TestTax>> {
  const { version } = (await currentSettings(server, admin)).tax;
  const value = { regime: 'gst_in', scheme: 'regular', defaultClassId: null, chargesClassId: null, ...tax };
  return bodyOf(await server.client.as(admin).put('/admin/settings/tax', { version, value }), 200);
}
