import { changeProduct, newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { fillCart, newOrder } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let manager: TestUser;
let sectionId: string;
beforeAll(async () => {
  server = await useSharedServer();
  const admin = await signInAdmin(server);
  manager = await newManager(server);
  sectionId = (await newSection(server, admin)).id;
});

const addProduct = (values: Record<string, unknown> = {}): Promise<TestProduct> =>
  newProduct(server, manager, { sectionId, unitType: 'kg', quantityStep: 0.25, ...values });

const unitOf = async ({ id }: TestProduct): Promise<string> =>
  bodyOf(await server.client.as(manager).get<TestProduct>(`/admin/products/${id}`), 200).unitType;

it('changes the unit of a product that nothing counts yet', async () => {
  const product = await addProduct({ quantityAvailable: 0 });
  const changed = bodyOf(await changeProduct(server, manager, product, { unitType: 'piece' }), 200);
  expect(changed.unitType).toBe('piece');
});

it.each<[string, readonly string[], (product: TestProduct) => Promise<unknown>]>([
  ['stock', ['stock', 'ledger'], (product) => move(product, 'delivery', 60)],
  [
    'a history of stock',
    ['ledger'],
    async (product) => {
      await move(product, 'delivery', 60);
      await move(product, 'waste', -60);
    },
  ],
  [
    'a cart',
    ['carts'],
    async (product) => fillCart(server, await newShopper(server), { [product.id]: 1.25 }),
  ],
  [
    'an order in progress',
    ['ledger', 'orders'],
    async (product) => {
      await move(product, 'delivery', 1);
      await newOrder(server, await newShopper(server), { [product.id]: 1 });
    },
  ],
])('refuses to change the unit of a product with %s', async (_, holders, hold) => {
  const product = await addProduct({ quantityAvailable: 0 });
  await hold(product);
  const problem = bodyOf(await changeProduct(server, manager, product, { unitType: 'piece' }), 409);
  expect(problem).toMatchObject({
    code: 'catalog.unit-in-use',
    holders,
    unitWas: 'kg',
    unitNow: 'piece',
    errors: [{ field: 'unitType', code: 'catalog.unit-in-use' }],
  });
  expect(await unitOf(product)).toBe('kg');
  bodyOf(await changeProduct(server, manager, product, { unitType: 'kg', ratePerUnit: 1 }), 200);
});

async function move({ id }: TestProduct, reason: string, delta: number): Promise<void> {
  const movements = server.client.as(manager);
  const { status } = await movements.post(`/admin/products/${id}/stock-movements`, { reason, delta });
  expect(status).toBeLessThan(300);
}
