import { bodyOf } from '../support/clients/client.js';
import { newProduct, newSection } from './catalog.js';
import { ADDRESS, fillCart, placeOrder } from './orders.js';
import { newSectionRequest } from './section-requests.js';
import type { StoreFixture } from './store-fixture.js';
import { newShopper, newUsername, type TestUser } from './users.js';

/** A word without any place where a line may end. */
const word = (length: number): string => newUsername('w').padEnd(length, 'w');
/** A web address as suppliers paste it into a description. */
const webAddress = (): string => `https://example.com/${word(70)}`;

/** Data of a store in which every text that users can write is one long word. */
export interface LongWords {
  readonly shopper: TestUser;
  readonly section: string;
  readonly product: string;
  readonly productId: string;
  readonly orderId: string;
}

export async function newLongWords({ server, users }: StoreFixture): Promise<LongWords> {
  const shopper = await newShopper(server);
  const section = await newSection(server, users.admin, word(60));
  const described = { description: webAddress(), version: section.version };
  bodyOf(await server.client.as(users.admin).patch(`/admin/sections/${section.id}`, described), 200);
  const product = await newProduct(server, users.manager, {
    sectionId: section.id,
    name: word(90),
    brand: word(60),
    description: `See ${webAddress()}`,
    lowStockThreshold: 200,
  });
  bodyOf(await server.client.as(shopper).patch('/users/me', { displayName: word(60) }), 200);
  await fillCart(server, shopper, { [product.id]: 1 });
  const address = { ...ADDRESS, name: word(80), line1: word(120), city: word(80) };
  const order = bodyOf(await placeOrder(server, shopper, undefined, { address, note: webAddress() }), 201);
  await newSectionRequest(server, shopper, {
    requestType: 'create',
    sectionName: word(60),
    reason: webAddress(),
  });
  await fillCart(server, shopper, { [product.id]: 2 });
  return {
    shopper,
    section: section.slug,
    product: product.slug,
    productId: product.id,
    orderId: order.id,
  };
}
