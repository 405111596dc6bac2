import { newOrder, type TestOrder } from '../../factories/orders.js';
import { bodyOf } from '../../support/clients/client.js';
import { waitUntil } from '../../support/servers/processes.js';
import { DESK, Shop } from '../shop/shop.js';
import { heading } from '../shop/shopper.js';
import { settledCard } from './staff.js';

const shop = Shop.forThisFile(DESK);

it('moves an order from placed to delivered on the board with the keyboard only', async () => {
  const { server, users, product } = shop.fixture;
  const order = await newOrder(server, users.owner, { [product.id]: 1 });
  const { page, keys } = await shop.visitor(users.manager);
  await page.goto('/admin/');
  await heading(page, 'Today').waitFor();
  await keys.to('Orders');
  await page.keyboard.press('Enter');
  await heading(page, 'Orders').waitFor();
  await keys.to('Board');
  await page.keyboard.press('Enter');
  await settledCard(page, 'Placed', order).waitFor();
  await keys.to(order.number);
  for (const lane of ['Packed', 'Out for delivery', 'Delivered']) {
    await page.keyboard.press('Shift+ArrowRight');
    await settledCard(page, lane, order).waitFor();
    await page.getByText(`Order ${order.number} is now: ${lane}`).first().waitFor({ state: 'attached' });
  }
  await page.keyboard.press('Enter');
  await heading(page, order.number).waitFor();
  // The board shows a step before the server has answered.
  await waitUntil(async () => {
    const stored = await server.client.as(users.owner).get<TestOrder>(`/orders/${order.id}`);
    return bodyOf(stored, 200).status === 'delivered';
  });
});

it('moves an order on the board when it changes elsewhere', async () => {
  const { server, users, product } = shop.fixture;
  const order = await newOrder(server, users.owner, { [product.id]: 1 });
  const { page } = await shop.visitor(users.manager);
  await page.goto('/admin/orders/board');
  await settledCard(page, 'Placed', order).waitFor();
  const manager = server.client.as(users.manager);
  bodyOf(await manager.post(`/admin/orders/${order.id}/transitions`, { to: 'packed' }), 200);
  await settledCard(page, 'Packed', order).waitFor();
});

it('undoes the steps of an order on its page and in its timeline, one after another', async () => {
  const { server, users, product } = shop.fixture;
  const order = await newOrder(server, users.owner, { [product.id]: 1 });
  const manager = server.client.as(users.manager);
  for (const to of ['packed', 'out_for_delivery'])
    bodyOf(await manager.post(`/admin/orders/${order.id}/transitions`, { to }), 200);
  const { page } = await shop.visitor(users.manager);
  await page.goto(`/admin/orders/${order.id}`);
  const timeline = page.getByRole('list').filter({ hasText: 'Out for delivery' });
  await timeline.getByText('10 more minutes').waitFor();
  await timeline.getByRole('button', { name: 'Undo: back to Packed' }).click();
  const next = page.getByRole('button', { name: 'Undo: back to Placed' }).first();
  await next.click();
  await next.waitFor({ state: 'hidden' });
  expect(bodyOf(await manager.get<TestOrder>(`/admin/orders/${order.id}`), 200).status).toBe('placed');
  await page.getByRole('button', { name: 'Mark as packed' }).waitFor();
});
