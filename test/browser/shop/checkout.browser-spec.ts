import type { Page, Route } from 'playwright-core';
import { changeProduct, newProduct, type TestProduct } from '../../factories/catalog.js';
import { fillCart, newOrder, type TestOrder } from '../../factories/orders.js';
import { newShopper, type TestUser } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { Shop } from './shop.js';
import { button, fillAddress, heading, placeOrder } from './shopper.js';

const ORDERS = /\/api\/v1\/orders$/;

const shop = Shop.forThisFile();

function newGoods(more: object = {}): Promise<TestProduct> {
  const { server, people, section } = shop.world;
  return newProduct(server, people.manager, { sectionId: section.id, ...more });
}

/** A shopper whose cart holds one of each, at the checkout with the address filled in. */
async function atTheCheckout(products: readonly TestProduct[]) {
  const { server } = shop.world;
  const shopper = await newShopper(server);
  await fillCart(server, shopper, Object.fromEntries(products.map(({ id }) => [id, 1])));
  const visitor = await shop.visitor(shopper);
  await visitor.page.goto('/checkout');
  await fillAddress(visitor.page);
  return { ...visitor, shopper };
}

async function ordersOf(shopper: TestUser): Promise<readonly TestOrder[]> {
  const answer = await shop.world.server.client.as(shopper).get<{ items: TestOrder[] }>('/orders');
  return bodyOf(answer, 200).items;
}

/** Keeps back the answers to orders that were placed, until the test lets them go. */
async function holdOrders(page: Page): Promise<{ reached: Promise<void>; letGo: () => void }> {
  let reach!: () => void;
  let letGo!: () => void;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const released = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(ORDERS, async (route: Route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const response = await route.fetch();
    reach();
    await released;
    // A page that was left meanwhile wants no answer any more.
    return route.fulfill({ response }).catch(() => undefined);
  });
  return { reached, letGo };
}

it('tells at the checkout that somebody else was quicker, and what is left can be ordered', async () => {
  const { server, people } = shop.world;
  const [last, plenty] = await Promise.all([newGoods({ quantityAvailable: 1 }), newGoods()]);
  const { page, guard, shopper } = await atTheCheckout([last, plenty]);
  guard.expect(409, ORDERS);
  await newOrder(server, people.another, { [last.id]: 1 });

  await placeOrder(page).click();
  await page.getByRole('alert').getByText(last.name).waitFor();
  await button(page, 'Make these changes').click();
  await placeOrder(page).click();
  await heading(page, /^Thank you/).waitFor();
  const [order] = await ordersOf(shopper);
  expect(order?.items.map(({ productName }) => productName)).toEqual([plenty.name]);
});

it('asks again where a price has changed, and then takes the new one', async () => {
  const { server, people } = shop.world;
  const product = await newGoods({ ratePerUnit: 5000 });
  const { page, guard, shopper } = await atTheCheckout([product]);
  guard.expect(409, ORDERS);
  bodyOf(await changeProduct(server, people.manager, product, { ratePerUnit: 6000 }), 200);

  await button(page, /^Place order · ₹50/).click();
  await page
    .getByRole('alert')
    .getByText(/changed from ₹50(?:[.]00)? to ₹60/)
    .waitFor();
  expect(await ordersOf(shopper)).toEqual([]);
  await button(page, /^Place order · ₹60/).click();
  await heading(page, /^Thank you/).waitFor();
  expect(await ordersOf(shopper)).toMatchObject([{ total: 6000 }]);
});

it('makes one order of two clicks', async () => {
  const { page, shopper } = await atTheCheckout([await newGoods()]);
  await placeOrder(page).dblclick();
  await heading(page, /^Thank you/).waitFor();
  expect(await ordersOf(shopper)).toHaveLength(1);
});

it('makes one order where the page is loaded anew before the answer is there', async () => {
  const { page, shopper } = await atTheCheckout([await newGoods()]);
  const held = await holdOrders(page);
  await placeOrder(page).click();
  await held.reached;
  await page.reload({ waitUntil: 'commit' });
  held.letGo();
  await heading(page, /^Thank you/).waitFor();
  expect(await ordersOf(shopper)).toHaveLength(1);
});
