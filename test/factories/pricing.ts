import { bodyOf, type Bearer } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';

/** What the store charges besides the goods, in minor units. */
export interface TestPricing {
  readonly deliveryFee: number;
  readonly freeDeliveryFrom: number | null;
  readonly packingFee: number;
}

interface VersionedPricing {
  readonly value: TestPricing;
  readonly version: number;
}

/** Returns what the store charges, with the version that a change is based on. */
export async function currentPricing(server: Server, admin: Bearer): Promise<VersionedPricing> {
  const settings = await server.client.as(admin).get<{ pricing: VersionedPricing }>('/admin/settings');
  return bodyOf(settings, 200).pricing;
}

/** Changes what the store charges. What is not given is free. Not for a server that test files share. */
export async function setPricing(
  server: Server,
  admin: Bearer,
  fees: Partial<TestPricing>,
): Promise<VersionedPricing> {
  const { version } = await currentPricing(server, admin);
  const value = { deliveryFee: 0, freeDeliveryFrom: null, packingFee: 0, ...fees };
  return bodyOf(await server.client.as(admin).put('/admin/settings/pricing', { version, value }), 200);
}
