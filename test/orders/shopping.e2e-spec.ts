import { newProduct, newSection, stockOf, type TestProduct } from '../factories/catalog.js';
import { ADDRESS, type TestCart, type TestOrder } from '../factories/orders.js';
import { newManager, newUsername, signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let admin: TestUser;
let tomatoes: TestProduct;
let milk: TestProduct;

beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  const manager = await newManager(server);
  const { id: sectionId } = await newSection(server, admin, 'Everyday');
  const kilo = { unitType: 'kg', quantityStep: 0.25 };
  tomatoes = await newProduct(server, manager, {
    sectionId,
    name: 'Tomatoes',
    ...kilo,
    ratePerUnit: 4000,
    quantityAvailable: 60,
  });
  milk = await newProduct(server, manager, {
    sectionId,
    name: 'Toned Milk 1 L',
    unitType: 'pack',
    ratePerUnit: 5600,
    quantityAvailable: 80,
  });
});

it('takes a new customer from registration to an order, with balanced books', async () => {
  const account = { username: newUsername('newcomer'), password: 'first-time-in-this-shop' };
  const anonymous = server.client;
  bodyOf(await anonymous.post('/auth/register', { ...account, email: 'newcomer@example.com' }), 201);
  const { accessToken } = bodyOf(await anonymous.post<{ accessToken: string }>('/auth/login', account), 200);
  const shopper = server.client.as({ accessToken });

  const results = bodyOf(await shopper.get<{ items: TestProduct[] }>('/products', { q: 'tomatos' }), 200);
  expect(results.items.map((product) => product.id)).toContain(tomatoes.id);

  bodyOf(await shopper.put(`/cart/items/${tomatoes.id}`, { quantity: 1.25 }), 200);
  const cart = bodyOf(await shopper.put<TestCart>(`/cart/items/${milk.id}`, { quantity: 2 }), 200);
  expect(cart.total).toBe(5000 + 11_200);

  const checkout = { address: ADDRESS, note: 'Ring twice, please.', expectedTotal: cart.total };
  const order = bodyOf(
    await shopper.post<TestOrder>('/orders', checkout, { 'idempotency-key': 'the first order' }),
    201,
  );
  expect(order).toMatchObject({
    status: 'placed',
    total: 16_200,
    currency: 'INR',
    address: ADDRESS,
    note: 'Ring twice, please.',
  });
  expect(order.items).toHaveLength(2);
  expect(order.items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        productId: tomatoes.id,
        productName: 'Tomatoes',
        quantity: 1.25,
        price: 5000,
      }),
      expect.objectContaining({
        productId: milk.id,
        productName: 'Toned Milk 1 L',
        quantity: 2,
        price: 11_200,
      }),
    ]),
  );

  expect(bodyOf(await shopper.get<TestCart>('/cart'), 200)).toMatchObject({ items: [], total: 0 });
  expect(await stockOf(server, tomatoes.id)).toBe(58.75);
  expect(await stockOf(server, milk.id)).toBe(78);
  expect(bodyOf(await shopper.get<TestOrder>(`/orders/${order.id}`), 200)).toEqual(order);
  await expectBalancedBooks(server, admin);
});
