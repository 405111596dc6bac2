import { randomUUID } from 'node:crypto';
import { DAY_MS } from '../../src/platform/common/durations.js';
import { newProduct, newSection, stockOf, type TestProduct } from '../factories/catalog.js';
import { ordersForm } from '../factories/files.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf, type Problem } from '../support/clients/client.js';
import { sendRaw } from '../support/clients/raw-request.js';
import { waitUntil } from '../support/servers/processes.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let product: TestProduct;
beforeAll(async () => {
  server = await useSharedServer();
  [admin, manager, shopper] = await Promise.all([
    signInAdmin(server),
    newManager(server),
    newShopper(server),
  ]);
  product = await newProduct(server, manager, { sectionId: (await newSection(server, admin)).id });
});

interface View {
  readonly id: string;
  readonly status: string;
  readonly [field: string]: unknown;
}

interface PastOrder {
  readonly id: string;
  readonly reference: string | null;
  readonly [field: string]: unknown;
}

/** Imports two orders of the shopper: one of two units at 7.50, delivered today, and one of the year before, cancelled. */
async function importOrders(): Promise<{ reference: string; view: View }> {
  const reference = `#${randomUUID().slice(0, 8)}`;
  const today = new Date(Date.now() - 1000).toISOString();
  const file = [
    'Order,Date,Username,Item,Section,Qty,Rate,Status',
    `${reference},${today},${shopper.username},${product.name},${product.sectionName},2,7.50,delivered`,
    `${reference}-b,2025-01-31 10:00,${shopper.username},${product.name},${product.sectionName},3,7.50,cancelled`,
  ].join('\n');
  const form = ordersForm(file);
  const sent = await sendRaw(server.url, {
    method: 'POST',
    path: '/api/v1/admin/imports/orders',
    headers: { 'content-type': form.type, authorization: `Bearer ${admin.accessToken}` },
    body: form.content,
  });
  expect(sent.status).toBe(202);
  const { id } = JSON.parse(sent.text) as View;
  const get = async (): Promise<View> =>
    bodyOf(await server.client.as(admin).get<View>(`/admin/imports/${id}`), 200);
  await waitUntil(async () => ['done', 'invalid', 'failed'].includes((await get()).status));
  return { reference, view: await get() };
}

it('a customer finds an imported order, can buy it again, and it counts in reports; no stock moves, and no mail is sent', async () => {
  const range = { from: '2025-01-01', to: new Date(Date.now() + DAY_MS).toISOString().slice(0, 10) };
  const revenue = async (): Promise<number> => {
    const query = { ...range, groupBy: 'product', limit: 100 };
    const { points } = bodyOf(
      await server.client
        .as(manager)
        .get<{ points: { key: string; revenue: number }[] }>('/admin/reports/sales', query),
      200,
    );
    return points.find(({ key }) => key === product.id)?.revenue ?? 0;
  };
  const before = await stockOf(server, product.id);
  expect(await revenue()).toBe(0);

  const { reference, view } = await importOrders();
  expect(view).toMatchObject({ status: 'done', kind: 'orders', added: 2 });
  const { items } = bodyOf(await server.client.as(shopper).get<{ items: PastOrder[] }>('/orders'), 200);
  expect(items).toMatchObject([
    {
      reference,
      status: 'delivered',
      total: 1500,
      items: [{ productId: product.id, quantity: 2, price: 1500 }],
    },
    { reference: `${reference}-b`, status: 'cancelled', total: 2250 },
  ]);
  const frequent = bodyOf(await server.client.as(shopper).get('/orders/frequent-products'), 200);
  expect(frequent).toMatchObject({ items: [{ id: product.id, usualQuantity: 2 }] });
  await waitUntil(async () => (await revenue()) === 1500);

  expect(await stockOf(server, product.id)).toBe(before);
  await expectBalancedBooks(server, admin);
  const mails = await server.rows<{ kind: string }>('SELECT kind FROM mails WHERE user_id = ?', [shopper.id]);
  expect(mails.filter(({ kind }) => kind.startsWith('order'))).toEqual([]);
});

it('staff find an imported order by its earlier number, and can neither undo its delivery nor get an invoice', async () => {
  const { reference } = await importOrders();
  for (const q of [reference, reference.slice(1)]) {
    const found = bodyOf(
      await server.client.as(manager).get<{ items: PastOrder[] }>(`/admin/orders?q=${encodeURIComponent(q)}`),
      200,
    );
    expect(found.items.map((order) => order.reference)).toContain(reference);
  }
  const { items } = bodyOf(await server.client.as(shopper).get<{ items: PastOrder[] }>('/orders'), 200);
  const id = items.find((order) => order.reference === reference)?.id ?? '';
  for (const [by, path] of [
    [shopper, `/orders/${id}/invoice`],
    [manager, `/admin/orders/${id}/invoice`],
  ] as const) {
    const refused = await server.client.as(by).get<Problem>(path);
    expect([refused.status, refused.body.code]).toEqual([404, 'orders.invoiced-elsewhere']);
  }
  const undone = bodyOf(
    await server.client
      .as(manager)
      .post<{ items: { problem: Problem | null }[] }>('/admin/orders/transitions/undo', {
        orderIds: [id],
        status: 'delivered',
      }),
    200,
  );
  expect(undone.items[0]?.problem).toMatchObject({ code: 'orders.undo-not-possible' });
  const order = bodyOf(await server.client.as(manager).get<PastOrder>(`/admin/orders/${id}`), 200);
  expect(order).toMatchObject({ status: 'delivered', undo: null, nextStatuses: [] });
  await expectBalancedBooks(server, admin);
});

it('the same file a second time is refused, and only admins import orders', async () => {
  const { view } = await importOrders();
  expect(view).toMatchObject({ status: 'done' });
  const form = ordersForm('order\n1');
  const sent = await sendRaw(server.url, {
    method: 'POST',
    path: '/api/v1/admin/imports/orders',
    headers: { 'content-type': form.type, authorization: `Bearer ${manager.accessToken}` },
    body: form.content,
  });
  expect(sent.status).toBe(403);
  const shown = await server.client.as(manager).get<Problem>(`/admin/imports/${view.id}`);
  expect(shown.status).toBe(404);
});
