import { bodyOf } from '../support/clients/client.js';
import { newProduct, newSection, type TestProduct, type TestSection } from './catalog.js';
import { ADDRESS, fillCart, placeOrder, type TestOrder } from './orders.js';
import { newSectionRequest, type SectionRequest } from './section-requests.js';
import { newShopper, type TestUser } from './users.js';
import type { World } from './world.js';

/** Texts that would run code, load something, or be evaluated if they were not treated as text. */
export const MARKUP = `<img src=x onerror=alert(1)>`;
export const ENDS = `</script></title>"'><script>alert(2)</script>{{ 6 * 7 }}\${8*9}`;

/** Data of a store in which every text that users can write would do harm if it were not treated as text. */
export interface HostileTexts {
  readonly shopper: TestUser;
  readonly section: TestSection;
  readonly product: TestProduct;
  readonly order: TestOrder;
  readonly request: SectionRequest;
}

export async function newHostileTexts({ server, people }: World): Promise<HostileTexts> {
  const shopper = await newShopper(server);
  const admin = server.client.as(people.admin);
  const section = await newSection(server, people.admin, `Shelf ${MARKUP}`);
  const described = { description: `About ${ENDS}`, version: section.version };
  bodyOf(await admin.patch(`/admin/sections/${section.id}`, described), 200);
  const product = await newProduct(server, people.manager, {
    sectionId: section.id,
    name: `Goods ${MARKUP}${ENDS}`,
    brand: `Brand ${MARKUP}`,
    description: `Told ${MARKUP}${ENDS}`,
    lowStockThreshold: 200,
  });
  const me = server.client.as(shopper);
  bodyOf(await me.patch('/users/me', { displayName: `Name ${MARKUP}` }), 200);
  await fillCart(server, shopper, { [product.id]: 1 });
  const address = { ...ADDRESS, name: `Who ${MARKUP}`, line1: `Where ${ENDS}` };
  const note = `Note ${MARKUP}${ENDS}`;
  const order = bodyOf(await placeOrder(server, shopper, undefined, { address, note }), 201);
  const request = await newSectionRequest(server, shopper, {
    requestType: 'create',
    sectionName: `Wish ${MARKUP}`,
    reason: `Why ${ENDS}`,
  });
  return { shopper, section, product, order, request };
}
