import { bodyOf } from '../support/clients/client.js';
import { newProduct, newSection, type TestProduct, type TestSection } from './catalog.js';
import { ADDRESS, fillCart, placeOrder, type TestOrder } from './orders.js';
import { newSectionRequest, type SectionRequest } from './section-requests.js';
import { newShopper, type TestUser } from './users.js';
import type { StoreFixture } from './store-fixture.js';

/** Texts that would run code, load something, or be evaluated if they were not treated as text. */
export const MARKUP = `<img src=x onerror=alert(1)>`;
export const CLOSING_MARKUP = `</script></title>"'><script>alert(2)</script>{{ 6 * 7 }}\${8*9}`;

/** Data of a store in which every text that users can write would do harm if it were not treated as text. */
export interface HostileTexts {
  readonly shopper: TestUser;
  readonly section: TestSection;
  readonly product: TestProduct;
  readonly order: TestOrder;
  readonly request: SectionRequest;
}

export async function newHostileTexts({ server, users }: StoreFixture): Promise<HostileTexts> {
  const shopper = await newShopper(server);
  const admin = server.client.as(users.admin);
  const section = await newSection(server, users.admin, `Shelf ${MARKUP}`);
  const described = { description: `About ${CLOSING_MARKUP}`, version: section.version };
  bodyOf(await admin.patch(`/admin/sections/${section.id}`, described), 200);
  const product = await newProduct(server, users.manager, {
    sectionId: section.id,
    name: `Goods ${MARKUP}${CLOSING_MARKUP}`,
    brand: `Brand ${MARKUP}`,
    description: `Told ${MARKUP}${CLOSING_MARKUP}`,
    lowStockThreshold: 200,
  });
  const me = server.client.as(shopper);
  bodyOf(await me.patch('/users/me', { displayName: `Name ${MARKUP}` }), 200);
  await fillCart(server, shopper, { [product.id]: 1 });
  const address = { ...ADDRESS, name: `Who ${MARKUP}`, line1: `Where ${CLOSING_MARKUP}` };
  const note = `Note ${MARKUP}${CLOSING_MARKUP}`;
  const order = bodyOf(await placeOrder(server, shopper, undefined, { address, note }), 201);
  const request = await newSectionRequest(server, shopper, {
    requestType: 'create',
    sectionName: `Wish ${MARKUP}`,
    reason: `Why ${CLOSING_MARKUP}`,
  });
  return { shopper, section, product, order, request };
}
