import { bodyOf, type Bearer } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';

/** What the store charges besides the goods, in minor units. */
export interface TestPricing {
  readonly deliveryFee: number;
  readonly freeDeliveryFrom: number | null;
  readonly packingFee: number;
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

export interface Versioned<Value> {
  readonly value: Value;
  readonly version: number;
}

interface TestSettings {
  readonly legal: Versioned<TestLegal>;
  readonly pricing: Versioned<TestPricing>;
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
