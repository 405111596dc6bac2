import { randomUUID } from 'node:crypto';
import { newProduct, newSection } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import { startServer } from '../support/servers/server.js';

interface FirstSteps {
  readonly steps: readonly {
    readonly name: string;
    readonly isDone: boolean;
    readonly isOptional: boolean;
  }[];
  readonly isShown: boolean;
  readonly isStoreEmpty: boolean;
}

it('follows a new store from nothing to its first delivery, by any member of staff', async () => {
  const server = await startServer();
  const admin = await signInAdmin(server);
  const read = async (who: TestUser): Promise<FirstSteps> =>
    bodyOf(await server.client.as(who).get<FirstSteps>('/admin/first-steps'), 200);
  const openFor = async (who: TestUser): Promise<string[]> =>
    (await read(who)).steps.filter(({ isDone }) => !isDone).map(({ name }) => name);

  expect(await read(admin)).toMatchObject({ isShown: true, isStoreEmpty: true });
  expect(await openFor(admin)).toEqual(['section', 'product', 'order', 'delivery', 'colleague']);
  const manager = await newManager(server);
  expect(await openFor(admin)).toEqual(['section', 'product', 'order', 'delivery']);
  expect(await openFor(manager)).toEqual(['section', 'product', 'order', 'delivery']);

  const { id: sectionId } = await newSection(server, admin);
  await newProduct(server, manager, { sectionId, quantityAvailable: 0 });
  expect(await openFor(manager)).toEqual(['product', 'order', 'delivery']);
  const product = await newProduct(server, manager, { sectionId, quantityAvailable: 1 });
  expect(await openFor(manager)).toEqual(['order', 'delivery']);

  bodyOf(await server.client.as(manager).delete('/admin/first-steps'), 204);
  bodyOf(await server.client.as(manager).delete('/admin/first-steps'), 204);
  expect([(await read(manager)).isShown, (await read(admin)).isShown]).toEqual([false, true]);

  const shopper = await newShopper(server);
  // An order of another system is not the first one of this store.
  await server.rows(
    `INSERT INTO orders (id, number, reference, user_id, status, total, placed_total, currency, address, timestamp)
     VALUES (?, '7K3M-92QX-01', '1042', ?, 'delivered', 0, 0, 'INR', '{}', 1)`,
    [randomUUID(), shopper.id],
  );
  expect(await openFor(admin)).toEqual(['order', 'delivery']);
  const order = await newOrder(server, shopper, { [product.id]: 1 });
  expect(await read(admin)).toMatchObject({ isShown: true, isStoreEmpty: false });
  expect(await openFor(admin)).toEqual(['delivery']);
  for (const to of ['packed', 'out_for_delivery', 'delivered'])
    bodyOf(await server.client.as(manager).post(`/admin/orders/${order.id}/transitions`, { to }), 200);
  expect(await openFor(admin)).toEqual([]);
  expect((await read(admin)).isShown).toBe(false);
});
