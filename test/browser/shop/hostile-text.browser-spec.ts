import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import { CLOSING_MARKUP, MARKUP, newHostileTexts, type HostileTexts } from '../../factories/hostile-texts.js';
import { fillCart } from '../../factories/orders.js';
import { Shop } from './shop.js';
import { expectShown, heading } from './shopper.js';

const shop = Shop.forThisFile();
let texts: HostileTexts;

beforeAll(async () => {
  texts = await newHostileTexts(shop.fixture);
  await fillCart(shop.fixture.server, texts.shopper, { [texts.product.id]: 1 });
});

it('shows texts of staff as they were written', async () => {
  const { section, product } = texts;
  const { page } = await shop.visitor();
  await expectShown(page, '/', [product.name]);
  await expectShown(page, `/sections/${section.slug}`, [
    section.name,
    `About ${CLOSING_MARKUP}`,
    product.brand,
  ]);
  await expectShown(page, `/products/${product.slug}`, [
    product.name,
    product.brand,
    `Told ${MARKUP}${CLOSING_MARKUP}`,
  ]);
});

it('shows texts of shoppers as they were written', async () => {
  const { product, order, shopper } = texts;
  const { page } = await shop.visitor(shopper);
  await expectShown(page, '/cart', [product.name]);
  await expectShown(page, '/checkout', [product.name]);
  await expectShown(page, '/orders', [product.name]);
  await expectShown(page, `/orders/${order.id}`, [
    product.name,
    `Who ${MARKUP}`,
    `Where ${CLOSING_MARKUP}`,
    `Note ${MARKUP}${CLOSING_MARKUP}`,
  ]);
  await expectShown(page, `/orders/${order.id}/placed`, [`Where ${CLOSING_MARKUP}`]);
  await expectShown(page, '/account', [`Name ${MARKUP}`]);
  await expectShown(page, '/section-requests', [`Wish ${MARKUP}`, `Why ${CLOSING_MARKUP}`]);
});

it.each(['q', 'sort', 'section', 'madeAfter'])('treats the query parameter %s as text', async (name) => {
  const { page, guard } = await shop.visitor();
  guard.expect(400, /^\/api\/v1\/products$/);
  await page.goto(
    `/search?${new URLSearchParams({ q: 'rice', [name]: MARKUP + CLOSING_MARKUP }).toString()}`,
  );
  await waitUntilSettled(page);
});

it('ignores a redirect URL after sign-in that leads elsewhere', async () => {
  const { page } = await shop.visitor();
  await page.goto(`/sign-in?next=${encodeURIComponent('javascript:alert(3)')}`);
  await page.getByLabel('Username or email').fill(texts.shopper.username);
  await page.getByLabel('Password', { exact: true }).fill(texts.shopper.password);
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await heading(page, 'Sign in').waitFor({ state: 'hidden' });
  expect(new URL(page.url()).origin).toBe(shop.fixture.server.url);
});
