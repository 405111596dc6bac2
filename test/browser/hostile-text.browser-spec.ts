import type { Page } from 'playwright-core';
import { settled } from '../../scripts/lib/browser.mjs';
import { newProduct, newSection, type TestProduct, type TestSection } from '../factories/catalog.js';
import { fillCart, placeOrder, ADDRESS, type TestOrder } from '../factories/orders.js';
import { askForSection } from '../factories/section-requests.js';
import { newShopper, type TestUser } from '../factories/users.js';
import { bodyOf } from '../setup/client.js';
import { Shop } from './shop.js';
import { heading } from './shopper.js';

/** What would run, or fetch something, or be reckoned, if it were taken for more than text. */
const MARKUP = `<img src=x onerror=alert(1)>`;
const ENDS = `</script></title>"'><script>alert(2)</script>{{ 6 * 7 }}\${8*9}`;

const shop = Shop.forThisFile();
let shopper: TestUser;
let section: TestSection;
let product: TestProduct;
let order: TestOrder;

beforeAll(async () => {
  const { server, people } = shop.world;
  shopper = await newShopper(server);
  const admin = server.client.as(people.admin);
  section = await newSection(server, people.admin, `Shelf ${MARKUP}`);
  const described = { description: `About ${ENDS}`, version: section.version };
  bodyOf(await admin.patch(`/admin/sections/${section.id}`, described), 200);
  product = await newProduct(server, people.manager, {
    sectionId: section.id,
    name: `Goods ${MARKUP}${ENDS}`,
    brand: `Brand ${MARKUP}`,
    description: `Told ${MARKUP}${ENDS}`,
  });
  const me = server.client.as(shopper);
  bodyOf(await me.patch('/users/me', { displayName: `Name ${MARKUP}` }), 200);
  await fillCart(server, shopper, { [product.id]: 1 });
  const address = { ...ADDRESS, name: `Who ${MARKUP}`, line1: `Where ${ENDS}` };
  order = bodyOf(
    await placeOrder(server, shopper, undefined, { address, note: `Note ${MARKUP}${ENDS}` }),
    201,
  );
  await fillCart(server, shopper, { [product.id]: 1 });
  const asked = { requestType: 'create', sectionName: `Wish ${MARKUP}`, reason: `Why ${ENDS}` };
  bodyOf(await askForSection(server, shopper, asked), 201);
});

/** Opens a page and waits until it shows each of the texts, as they were written. */
async function expectShown(page: Page, path: string, texts: readonly string[]): Promise<void> {
  await page.goto(path);
  await settled(page);
  for (const text of texts) await page.getByText(text).filter({ visible: true }).first().waitFor();
}

it('what staff write is shown as it was written', async () => {
  const { page } = await shop.visitor();
  await expectShown(page, '/', [product.name]);
  await expectShown(page, `/sections/${section.slug}`, [section.name, `About ${ENDS}`, product.brand]);
  await expectShown(page, `/products/${product.slug}`, [
    product.name,
    product.brand,
    `Told ${MARKUP}${ENDS}`,
  ]);
});

it('what shoppers write is shown as it was written', async () => {
  const { page } = await shop.visitor(shopper);
  await expectShown(page, '/cart', [product.name]);
  await expectShown(page, '/checkout', [product.name]);
  await expectShown(page, '/orders', [product.name]);
  await expectShown(page, `/orders/${order.id}`, [
    product.name,
    `Who ${MARKUP}`,
    `Where ${ENDS}`,
    `Note ${MARKUP}${ENDS}`,
  ]);
  await expectShown(page, `/orders/${order.id}/placed`, [`Where ${ENDS}`]);
  await expectShown(page, '/account', [`Name ${MARKUP}`]);
  await expectShown(page, '/section-requests', [`Wish ${MARKUP}`, `Why ${ENDS}`]);
});

it.each(['q', 'sort', 'section', 'madeAfter'])('what an address says of %s is text', async (name) => {
  const { page, guard } = await shop.visitor();
  guard.expect(400, /^\/api\/v1\/products$/);
  await page.goto(`/search?${new URLSearchParams({ q: 'rice', [name]: MARKUP + ENDS }).toString()}`);
  await settled(page);
});

it('an address to go on to leads nowhere else', async () => {
  const { page } = await shop.visitor();
  await page.goto(`/sign-in?next=${encodeURIComponent('javascript:alert(3)')}`);
  await page.getByLabel('Username or email').fill(shopper.username);
  await page.getByLabel('Password', { exact: true }).fill(shopper.password);
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await heading(page, 'Sign in').waitFor({ state: 'hidden' });
  expect(new URL(page.url()).origin).toBe(shop.world.server.url);
});
