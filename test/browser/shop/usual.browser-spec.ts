import type { BrowserContextOptions, Page } from 'playwright-core';
import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import { newProduct, type TestProduct } from '../../factories/catalog.js';
import { newOrder, type TestCart } from '../../factories/orders.js';
import { newShopper, type TestUser } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { waitUntil } from '../../support/servers/processes.js';
import { recordedShifts, watchShifts } from '../support/in-page.mjs';
import { DESK, Shop } from './shop.js';
import { button, heading, link, quantityStepper, visible } from './shopper.js';

/** Lighthouse rates up to 0.1 as good. */
const MAX_LAYOUT_SHIFT = 0.05;
const PROMISE = 'Take exactly as much as you need.';
const DEVICES: [string, BrowserContextOptions][] = [
  ['a phone', {}],
  ['a desktop', DESK],
];

const shop = Shop.forThisFile();

let shopper: TestUser;
let rice: TestProduct;
let milk: TestProduct;
let saffron: TestProduct;

beforeAll(async () => {
  const { server, users, section } = shop.fixture;
  const make = (values: object): Promise<TestProduct> =>
    newProduct(server, users.manager, { sectionId: section.id, ...values });
  rice = await make({ unitType: 'kg', quantityStep: 0.5 });
  milk = await make({});
  saffron = await make({ quantityAvailable: 3 });
  shopper = await newShopper(server);
  await newOrder(server, shopper, { [saffron.id]: 3, [rice.id]: 2.5 });
  await newOrder(server, shopper, { [rice.id]: 2.5, [milk.id]: 1 });
});

const rows = (page: Page) => page.locator('.usual').getByRole('listitem');

async function cartOf(user: TestUser): Promise<Record<string, number>> {
  const { items } = bodyOf(await shop.fixture.server.client.as(user).get<TestCart>('/cart'), 200);
  return Object.fromEntries(items.map(({ product, quantity }) => [product.id, quantity]));
}

async function expectStill(page: Page): Promise<void> {
  const shifts = await page.evaluate(recordedShifts);
  const shifted = shifts.reduce((sum, { value }) => sum + value, 0);
  expect(shifted > MAX_LAYOUT_SHIFT ? shifts : []).toEqual([]);
}

it('begins the home page with what the shopper buys, each in its usual quantity', async () => {
  const { page } = await shop.visitor(shopper);
  await page.goto('/');
  await heading(page, 'Your usual').waitFor();
  expect(await rows(page).allInnerTexts()).toEqual(
    [rice, milk, saffron].map(({ name }) => expect.stringContaining(name) as string),
  );
  expect(await heading(page, PROMISE).isVisible()).toBe(false);
  await button(page, `Add 2.5 kg of ${rice.name} to the cart`).click();
  await button(page, `Add 1 piece of ${milk.name} to the cart`).click();
  await quantityStepper(page, rice).getByText('2.5 kg').first().waitFor();
  await waitUntil(async () => Object.keys(await cartOf(shopper)).length === 2);
  expect(await cartOf(shopper)).toEqual({ [rice.id]: 2.5, [milk.id]: 1 });
});

it('leads from what is sold out to what is in stock beside it', async () => {
  const { section } = shop.fixture;
  const { page } = await shop.visitor(shopper);
  await page.goto('/');
  await rows(page).filter({ hasText: saffron.name }).getByText('Sold out').waitFor();
  await link(page, new RegExp(`^Instead of ${saffron.name}`)).click();
  await heading(page, section.name).waitFor();
  expect(new URL(page.url()).searchParams.get('inStock')).toBe('true');
  await visible(page.getByRole('link', { name: milk.name })).waitFor();
  expect(await page.getByRole('link', { name: saffron.name }).count()).toBe(0);
});

it('puts the last order into the cart again with one press', async () => {
  const { server, product } = shop.fixture;
  const regular = await newShopper(server);
  await newOrder(server, regular, { [milk.id]: 2 });
  const { id } = await newOrder(server, regular, { [milk.id]: 4, [product.id]: 3 });
  bodyOf(await server.client.as(regular).post(`/orders/${id}/cancel`), 200);
  await newOrder(server, regular, { [milk.id]: 1, [product.id]: 2 });
  const { page } = await shop.visitor(regular);
  await page.goto('/');
  await button(page, /^Order again/).click();
  await page.getByText('2 products are in your cart.').waitFor();
  expect(await cartOf(regular)).toEqual({ [milk.id]: 1, [product.id]: 2 });
});

describe.each(DEVICES)('on %s', (_, options) => {
  it('moves nothing when the list arrives, on the first visit and later', async () => {
    const { page } = await shop.visitor(shopper, options);
    await page.addInitScript(watchShifts);
    for (let visit = 0; visit < 2; visit += 1) {
      await page.goto('/');
      await rows(page).filter({ hasText: milk.name }).waitFor();
      await waitUntilSettled(page);
      await expectStill(page);
    }
  });

  it('shows a shopper without orders the page of guests', async () => {
    const { page } = await shop.visitor(shop.fixture.users.another, options);
    await page.addInitScript(watchShifts);
    for (let visit = 0; visit < 2; visit += 1) {
      await page.goto('/');
      await heading(page, PROMISE).waitFor();
      await link(page, 'Account').waitFor();
      await waitUntilSettled(page);
      expect(await rows(page).count()).toBe(0);
      await expectStill(page);
    }
  });
});

it('shows the page of guests after signing out, and where the session cannot be restored', async () => {
  const { page, context, guard } = await shop.visitor(shopper);
  await page.goto('/');
  await heading(page, 'Your usual').waitFor();
  guard.expect(401, /^\/api\/v1\/auth\/refresh$/);
  await context.clearCookies();
  await page.goto('/');
  await heading(page, PROMISE).waitFor();
  await page.reload();
  await heading(page, PROMISE).waitFor();
});

it('shows the rest of the page if the list cannot be loaded', async () => {
  const { page, guard } = await shop.visitor(shopper);
  guard.expect(503, /frequent-products$/);
  await page.route('**/orders/frequent-products', (route) => route.fulfill({ status: 503, body: '{}' }));
  await page.goto('/');
  await button(page, 'Try again').waitFor();
  await visible(page.getByRole('heading', { name: 'Sections' })).waitFor();
  await page.unroute('**/orders/frequent-products');
  await button(page, 'Try again').click();
  await heading(page, 'Your usual').waitFor();
  await rows(page).filter({ hasText: milk.name }).waitFor();
});
