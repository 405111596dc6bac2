import type { Locator, Page } from 'playwright-core';
import { DAY_MS } from '../../../src/platform/common/durations.js';
import { newOrder, type TestOrder } from '../../factories/orders.js';
import { newSectionName, newSectionRequest, reject } from '../../factories/section-requests.js';
import { newShopper } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { waitUntil } from '../../support/servers/processes.js';
import { chimes, countChimes } from '../support/in-page.mjs';
import { DESK, Shop } from '../shop/shop.js';
import { button, heading } from '../shop/shopper.js';
import { row } from './staff.js';

const shop = Shop.forThisFile(DESK);

const placeOrder = (): Promise<TestOrder> => {
  const { server, users, product } = shop.fixture;
  return newOrder(server, users.owner, { [product.id]: 3 });
};

async function changeStatus(order: TestOrder, ...steps: string[]): Promise<void> {
  const admin = shop.fixture.server.client.as(shop.fixture.users.admin);
  for (const to of steps) bodyOf(await admin.post(`/admin/orders/${order.id}/transitions`, { to }), 200);
}

/** Opens a page of the back office for two people. */
async function twoPages(path: string): Promise<[Page, Page]> {
  const { users } = shop.fixture;
  const [one, other] = [await shop.visitor(users.manager), await shop.visitor(users.admin)];
  await Promise.all([one.page.goto(path), other.page.goto(path)]);
  return [one.page, other.page];
}

const lane = (page: Page, name: string): Locator => page.getByRole('region', { name });
const card = (page: Page, laneName: string, { number }: TestOrder): Locator =>
  lane(page, laneName).getByRole('article').filter({ hasText: number });

describe('a pick list', () => {
  it('shows the ticks of both who pick, also after a reload', async () => {
    const order = await placeOrder();
    const [one, other] = await twoPages(`/admin/orders/pick-list?ids=${order.id}`);
    await one.getByRole('checkbox').check();
    await other.getByRole('checkbox', { checked: true }).waitFor();
    await other.getByText('Fetched by').waitFor();
    await other.reload();
    await other.getByRole('checkbox', { checked: true }).uncheck();
    await one.getByRole('checkbox', { checked: false }).waitFor();
  });

  it('crosses out a cancelled order, and says what must be put back until someone has done so', async () => {
    const [order, kept] = [await placeOrder(), await placeOrder()];
    const [one, other] = await twoPages(`/admin/orders/pick-list?ids=${order.id},${kept.id}`);
    await one.getByRole('checkbox').check();
    await other.getByRole('checkbox', { checked: true }).waitFor();
    await changeStatus(order, 'cancelled');
    for (const page of [one, other]) {
      await page.getByText(`Put back: 3 pieces ${shop.fixture.product.name}`).waitFor();
      await page.locator('s').filter({ hasText: order.number }).first().waitFor();
      // The other order's three pieces are still to be fetched.
      await page.getByRole('checkbox', { name: `3 pieces ${shop.fixture.product.name}` }).waitFor();
    }
    await button(other, `Done: ${shop.fixture.product.name} of order ${order.number} is back`).click();
    await one.getByText('Put back: 3 pieces').waitFor({ state: 'detached' });
  });

  it('sends a tick that was made offline when the network is back', async () => {
    const order = await placeOrder();
    const { users } = shop.fixture;
    const path = `/admin/orders/pick-list?ids=${order.id}`;
    const one = await shop.visitor(users.manager);
    const other = await shop.visitor(users.admin);
    await Promise.all([one.page.goto(path), other.page.goto(path)]);
    await other.page.getByRole('checkbox').waitFor();
    await one.page.getByRole('checkbox').waitFor();
    one.guard.expectOffline();
    await one.context.setOffline(true);
    await one.page.getByRole('checkbox').check();
    await one.page.getByText('1 tick is not sent yet.').waitFor();
    await one.context.setOffline(false);
    await one.page.getByText('All ticks have been sent').waitFor({ state: 'attached' });
    await other.page.getByRole('checkbox', { checked: true }).waitFor();
  });
});

describe('the table of orders', () => {
  it('changes rows in their place, and shows new ones on a press', async () => {
    const order = await placeOrder();
    const [page] = await twoPages('/admin/orders?status=placed');
    await row(page, order.number).waitFor();
    await changeStatus(order, 'packed');
    // It no longer matches the filter, and stays under the eye of the reader.
    await row(page, order.number).getByText('Packed').first().waitFor();
    const [first, second] = [await placeOrder(), await placeOrder()];
    const pill = button(page, '2 new');
    await pill.waitFor();
    expect(await row(page, first.number).count()).toBe(0);
    await pill.click();
    await row(page, second.number).waitFor();
    await pill.waitFor({ state: 'hidden' });
    expect(await row(page, order.number).count()).toBe(0);
  });
});

it('says in an open dialog that someone else has changed the order, and what is still possible', async () => {
  const order = await placeOrder();
  const [page] = await twoPages(`/admin/orders/${order.id}`);
  await button(page, 'Cancel order').click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await changeStatus(order, 'packed');
  await dialog.getByText(`has changed order ${order.number} in the meantime`).waitFor();
  await dialog.getByText('Packed').waitFor();
  await dialog.getByRole('button', { name: 'Cancel order' }).waitFor();
  await changeStatus(order, 'out_for_delivery');
  await dialog.getByText('This step is no longer possible.').waitFor();
  await dialog.getByRole('button', { name: 'Cancel order' }).waitFor({ state: 'detached' });
});

it('shows admins the requests and accounts that wait for them as they come', async () => {
  const { server, users } = shop.fixture;
  const { page: requests } = await shop.visitor(users.admin);
  await requests.goto('/admin/section-requests');
  await heading(requests, 'Section requests').waitFor();
  const { page: people } = await shop.visitor(users.admin);
  await people.goto('/admin/users');
  await heading(people, 'Users').waitFor();
  const sectionName = newSectionName();
  const request = await newSectionRequest(server, users.owner, { requestType: 'create', sectionName });
  await row(requests, sectionName).waitFor();
  await row(people, (await newShopper(server)).username).waitFor();
  bodyOf(await reject(server, users.admin, request), 200);
  await row(requests, sectionName).waitFor({ state: 'detached' });
});

describe('the board', () => {
  it('keeps an order of yesterday that is delivered today, and undoes the step from its menu', async () => {
    const order = await placeOrder();
    await shop.fixture.server.rows('UPDATE orders SET timestamp = timestamp - ? WHERE id = ?', [
      2 * DAY_MS,
      order.id,
    ]);
    const [page] = await twoPages('/admin/orders/board');
    await card(page, 'Placed', order).waitFor();
    await changeStatus(order, 'packed', 'out_for_delivery', 'delivered');
    await card(page, 'Delivered', order).waitFor();
    await card(page, 'Delivered', order).getByRole('button').click();
    await page.getByText('Possible until').waitFor();
    await page.getByText('Undo: back to Out for delivery').click();
    await card(page, 'Out for delivery', order).waitFor();
  });

  it('undoes changes of many orders one after the other, also after a reload', async () => {
    const orders = [await placeOrder(), await placeOrder()];
    const [page] = await twoPages('/admin/orders/board');
    const packAll = lane(page, 'Placed').getByRole('button', { name: /^Mark as packed/ });
    await packAll.click();
    for (const order of orders) await card(page, 'Packed', order).waitFor();
    await page.reload();
    const steps = page.getByRole('list', { name: 'Recent changes' });
    await steps.getByText('possible until').waitFor();
    await steps.getByRole('button', { name: 'Undo' }).click();
    for (const order of orders) await card(page, 'Placed', order).waitFor();
    await steps.waitFor({ state: 'detached' });
  });
});

describe('alerts of new orders', () => {
  it('are off at first, and made by one of two tabs', async () => {
    const visitor = await shop.visitor(shop.fixture.users.manager);
    await visitor.context.addInitScript(countChimes);
    const other = await visitor.context.newPage();
    const pages = [visitor.page, other];
    for (const page of pages) {
      await page.goto('/admin/');
      await heading(page, 'Today').waitFor();
    }
    const played = async (): Promise<number> =>
      (await visitor.page.evaluate(chimes)) + (await other.evaluate(chimes));
    await placeOrder();
    await button(other, /^Notifications/).click();
    const sound = other.getByRole('checkbox', { name: 'Play a sound' });
    expect(await sound.isChecked()).toBe(false);
    expect(await played()).toBe(0);

    // The part that listens, in both tabs, begins with what there is.
    const listening = pages.map((page) => page.waitForResponse(/admin\/orders\?pageSize=20&sort=newest/));
    await sound.check();
    await button(other, 'Try it').click();
    await waitUntil(async () => (await other.evaluate(chimes)) === 2);
    await Promise.all(listening);
    await placeOrder();
    await waitUntil(async () => (await played()) >= 3);
    await placeOrder();
    await waitUntil(async () => (await played()) >= 4);
    expect(await played()).toBe(4);
  });
});
