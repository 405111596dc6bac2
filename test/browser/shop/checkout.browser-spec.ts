import type { Page, Route } from 'playwright-core';
import { changeProduct, newProduct, type TestProduct } from '../../factories/catalog.js';
import { fillCart, newOrder, type TestOrder } from '../../factories/orders.js';
import { newShopper, type TestUser } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { Shop } from './shop.js';
import { button, fillAddress, heading, placeOrder } from './shopper.js';

const ORDERS = /\/api\/v1\/orders$/;

const shop = Shop.forThisFile();

function addProduct(changes: object = {}): Promise<TestProduct> {
  const { server, users, section } = shop.fixture;
  return newProduct(server, users.manager, { sectionId: section.id, ...changes });
}

/** Opens the checkout for a shopper whose cart holds one of each product, with the address filled in. */
async function openCheckout(products: readonly TestProduct[]) {
  const { server } = shop.fixture;
  const shopper = await newShopper(server);
  await fillCart(server, shopper, Object.fromEntries(products.map(({ id }) => [id, 1])));
  const visitor = await shop.visitor(shopper);
  await visitor.page.goto('/checkout');
  await fillAddress(visitor.page);
  return { ...visitor, shopper };
}

async function ordersOf(shopper: TestUser): Promise<readonly TestOrder[]> {
  const response = await shop.fixture.server.client.as(shopper).get<{ items: TestOrder[] }>('/orders');
  return bodyOf(response, 200).items;
}

/** Holds back the responses to placed orders until the test releases them. */
async function holdOrders(page: Page): Promise<{ reached: Promise<void>; release: () => void }> {
  let reach!: () => void;
  let release!: () => void;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(ORDERS, async (route: Route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const response = await route.fetch();
    reach();
    await released;
    // A page that was left in the meantime no longer needs a response.
    return route.fulfill({ response }).catch(() => undefined);
  });
  return { reached, release };
}

it('reports at the checkout that a product is sold out, and lets the rest be ordered', async () => {
  const { server, users } = shop.fixture;
  const [last, plenty] = await Promise.all([addProduct({ quantityAvailable: 1 }), addProduct()]);
  const { page, guard, shopper } = await openCheckout([last, plenty]);
  guard.expect(409, ORDERS);
  await newOrder(server, users.another, { [last.id]: 1 });

  await placeOrder(page).click();
  await page.getByRole('alert').getByText(last.name).waitFor();
  await button(page, 'Make these changes').click();
  await placeOrder(page).click();
  await heading(page, /^Thank you/).waitFor();
  const [order] = await ordersOf(shopper);
  expect(order?.items.map(({ productName }) => productName)).toEqual([plenty.name]);
});

it('asks for confirmation when a price has changed, and then orders at the new price', async () => {
  const { server, users } = shop.fixture;
  const product = await addProduct({ ratePerUnit: 5000 });
  const { page, guard, shopper } = await openCheckout([product]);
  guard.expect(409, ORDERS);
  bodyOf(await changeProduct(server, users.manager, product, { ratePerUnit: 6000 }), 200);

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

it('places one order for a double click', async () => {
  const { page, shopper } = await openCheckout([await addProduct()]);
  await placeOrder(page).dblclick();
  await heading(page, /^Thank you/).waitFor();
  expect(await ordersOf(shopper)).toHaveLength(1);
});

it('places one order when the page is reloaded before the response', async () => {
  const { page, shopper } = await openCheckout([await addProduct()]);
  const held = await holdOrders(page);
  await placeOrder(page).click();
  await held.reached;
  await page.reload({ waitUntil: 'commit' });
  held.release();
  await heading(page, /^Thank you/).waitFor();
  expect(await ordersOf(shopper)).toHaveLength(1);
});
