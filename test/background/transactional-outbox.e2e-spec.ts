import { randomUUID } from 'node:crypto';
import { newProduct, newSection } from '../factories/catalog.js';
import { newOrder, sendOut } from '../factories/orders.js';
import {
  newManager,
  newShopper,
  newUsername,
  register,
  signInAdmin,
  type TestUser,
} from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
});

interface Event {
  readonly type: string;
  readonly payload: Record<string, string>;
}

/** Returns the outbox events of a subject, oldest first. */
async function eventsOf(subject: string): Promise<Event[]> {
  const rows = await server.rows<{ type: string; payload: string }>(
    'SELECT type, payload FROM outbox_events WHERE subject = ? ORDER BY created_at, id',
    [subject],
  );
  return rows.map(({ type, payload }) => ({ type, payload: JSON.parse(payload) as Record<string, string> }));
}

it('writes events for a pending manager account and for its first approval', async () => {
  const id = await register(server, newUsername('manager'), 'store_manager');
  for (let i = 0; i < 2; i++) bodyOf(await server.client.as(admin).post(`/admin/users/${id}/approve`), 200);
  expect(await eventsOf(`user:${id}`)).toEqual([
    { type: 'users.account-pending', payload: { userId: id } },
    { type: 'users.account-approved', payload: { userId: id } },
  ]);
});

it('writes no event for a new shopper', async () => {
  expect(await eventsOf(`user:${(await newShopper(server)).id}`)).toEqual([]);
});

it('writes an event for each transition of an order, and for its document', async () => {
  const { id: sectionId } = await newSection(server, admin);
  const product = await newProduct(server, manager, { sectionId });
  const shopper = await newShopper(server);
  const { id } = await newOrder(server, shopper, { [product.id]: 1 });
  const { id: documentId } = await sendOut(server, manager, id);
  bodyOf(await server.client.as(manager).post(`/admin/orders/${id}/transitions`, { to: 'delivered' }), 200);
  const changedTo = (status: string): Event => ({
    type: 'orders.status-changed',
    payload: { orderId: id, status },
  });
  expect(await eventsOf(`order:${id}`)).toEqual([
    { type: 'orders.placed', payload: { orderId: id } },
    ...['packed', 'out_for_delivery'].map(changedTo),
    { type: 'documents.issued', payload: { documentId } },
    changedTo('delivered'),
  ]);
  const other = await newOrder(server, shopper, { [product.id]: 1 });
  bodyOf(await server.client.as(shopper).post(`/orders/${other.id}/cancel`), 200);
  expect((await server.client.as(shopper).post(`/orders/${other.id}/cancel`)).status).toBe(409);
  expect((await eventsOf(`order:${other.id}`)).map((event) => event.type)).toEqual([
    'orders.placed',
    'orders.cancelled',
  ]);
});

it('writes an event for the decision on a section request', async () => {
  const body = { requestType: 'create', sectionName: `Section ${randomUUID()}`, reason: 'People ask.' };
  const requested = await server.client.as(manager).post<{ id: string }>('/section-requests', body);
  const { id } = bodyOf(requested, 201);
  bodyOf(
    await server.client.as(admin).post(`/admin/section-requests/${id}/reject`, { note: 'No room.' }),
    200,
  );
  expect(await eventsOf(`section-request:${id}`)).toEqual([
    { type: 'section-requests.decided', payload: { sectionRequestId: id } },
  ]);
});

it('writes no outbox event when a request is refused', async () => {
  const count = async (): Promise<number> =>
    (await server.rows<{ count: number }>('SELECT count(*) AS count FROM outbox_events'))[0]?.count ?? -1;
  const { id: sectionId } = await newSection(server, admin);
  const product = await newProduct(server, manager, {
    sectionId,
    quantityAvailable: 1,
    lowStockThreshold: 5,
  });
  const shopper = await newShopper(server);
  bodyOf(await server.client.as(shopper).put(`/cart/items/${product.id}`, { quantity: 2 }), 200);
  const before = await count();
  const address = { name: 'A', phone: '12345678', line1: 'x', city: 'y', postalCode: '560001' };
  const refused = await server.client.as(shopper).post('/orders', { address }, { 'idempotency-key': 'a' });
  expect(refused.status).toBe(409);
  expect(await count()).toBe(before);
});
