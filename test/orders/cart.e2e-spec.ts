import { randomUUID } from 'node:crypto';
import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { fillCart } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

interface Cart {
  readonly items: readonly {
    readonly product: TestProduct;
    readonly quantity: number;
    readonly price: number;
    readonly notices: readonly { readonly code: string; readonly was?: number; readonly now?: number }[];
  }[];
  readonly total: number;
  readonly currency: string;
}

const EMPTY = {
  ...{ items: [], subtotal: 0, charges: [], total: 0, includedTax: null },
  ...{ notInTotal: [], currency: 'INR' },
};

let server: Server;
let admin: TestUser;
let manager: TestUser;
let sectionId: string;
let shopper: TestUser;
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  sectionId = (await newSection(server, admin)).id;
});
beforeEach(async () => {
  shopper = await newShopper(server);
});

const addProduct = (values: Record<string, unknown> = {}): Promise<TestProduct> =>
  newProduct(server, manager, { sectionId, ...values });

const cart = async (user = shopper): Promise<Cart> =>
  bodyOf(await server.client.as(user).get<Cart>('/cart'), 200);

const put = (product: { id: string }, body: object): Promise<ApiResponse<Cart & Problem>> =>
  server.client.as(shopper).put(`/cart/items/${product.id}`, body);

const merge = (items: unknown): Promise<ApiResponse<Cart & Problem>> =>
  server.client.as(shopper).post('/cart/merge', { items });

const edit = async (product: TestProduct, changes: object): Promise<TestProduct> =>
  bodyOf(
    await server.client
      .as(manager)
      .patch<TestProduct>(`/admin/products/${product.id}`, { version: product.version, ...changes }),
    200,
  );

it('returns each line’s price and the total, and reserves no stock', async () => {
  const [rice, milk] = [
    await addProduct({ unitType: 'kg', quantityStep: 0.25, ratePerUnit: 333 }),
    await addProduct({ ratePerUnit: 5600 }),
  ];
  expect(await cart()).toEqual(EMPTY);
  bodyOf(await put(rice, { quantity: 1.5 }), 200);
  const full = bodyOf(await put(milk, { quantity: 2 }), 200);
  expect(
    full.items.map(({ product, quantity, price, notices }) => [product.id, quantity, price, notices]),
  ).toEqual([
    [rice.id, 1.5, 500, []],
    [milk.id, 2, 11_200, []],
  ]);
  expect(full.total).toBe(11_700);
  expect(await cart()).toEqual(full);
  expect(full.items[1]?.product.quantityAvailable).toBe(100);
});

it('contains a product once: setting it again replaces the quantity', async () => {
  const product = await addProduct();
  bodyOf(await put(product, { quantity: 3 }), 200);
  expect(bodyOf(await put(product, { quantity: 2 }), 200).items.map((item) => item.quantity)).toEqual([2]);
});

it.each<[number, string, object]>([
  [422, 'catalog.quantity-step', { quantity: 0.3 }],
  [422, 'catalog.quantity-step', { quantity: 0 }],
  [422, 'catalog.quantity-step', { quantity: -0.25 }],
  [400, 'request.invalid', { quantity: 0.2501 }],
  [400, 'request.invalid', { quantity: 100_000.25 }],
  [400, 'request.invalid', { quantity: '1' }],
  [400, 'request.invalid', { quantity: null }],
  [400, 'request.invalid', {}],
  [400, 'request.invalid', { quantity: 1, price: 1 }],
  [400, 'request.invalid', { quantity: 1, ratePerUnit: 1 }],
  [400, 'request.invalid', { quantity: 1, userId: randomUUID() }],
])('refuses with %i %s: %j', async (status, code, body) => {
  const product = await addProduct({ unitType: 'kg', quantityStep: 0.25 });
  expect(bodyOf(await put(product, body), status).code).toBe(code);
  expect((await cart()).items).toEqual([]);
});

it('refuses a line whose price rounds to zero, but accepts a free product', async () => {
  const [pinch, free] = [
    await addProduct({ ratePerUnit: 1, quantityStep: 0.001 }),
    await addProduct({ ratePerUnit: 0 }),
  ];
  expect(bodyOf(await put(pinch, { quantity: 0.499 }), 422).code).toBe('catalog.price-rounds-to-zero');
  expect(bodyOf(await put(pinch, { quantity: 0.5 }), 200).total).toBe(1);
  expect(bodyOf(await put(free, { quantity: 1 }), 200).total).toBe(1);
});

it('accepts more than is in stock, with a notice', async () => {
  const product = await addProduct({ quantityAvailable: 2 });
  const { items } = bodyOf(await put(product, { quantity: 3 }), 200);
  expect(items[0]?.notices).toEqual([{ code: 'cart.short-stock', was: 3, now: 2 }]);
});

it('reports changes since a product was added, until it is set again', async () => {
  const [dearer, hidden, stepped] = [await addProduct(), await addProduct(), await addProduct()];
  await fillCart(server, shopper, { [dearer.id]: 1, [hidden.id]: 1, [stepped.id]: 3 });
  await edit(dearer, { ratePerUnit: 6000 });
  await edit(hidden, { published: false });
  await edit(stepped, { quantityStep: 2 });
  const { items, total } = await cart();
  expect(items.map(({ notices, price }) => [notices, price])).toEqual([
    [[{ code: 'cart.price-changed', was: 5000, now: 6000 }], 6000],
    [[{ code: 'cart.product-gone' }], 0],
    [[{ code: 'cart.quantity-step-changed', now: 2 }], 0],
  ]);
  expect(total).toBe(6000);
  expect(bodyOf(await put(dearer, { quantity: 1 }), 200).items[0]?.notices).toEqual([]);
  expect(bodyOf(await put(hidden, { quantity: 1 }), 404).code).toBe('catalog.product-not-found');
});

it('keeps a deleted product with a notice until it is removed', async () => {
  const product = await addProduct();
  await fillCart(server, shopper, { [product.id]: 1 });
  expect((await server.client.as(manager).delete(`/admin/products/${product.id}?version=1`)).status).toBe(
    204,
  );
  expect((await cart()).items.map((item) => item.notices)).toEqual([[{ code: 'cart.product-gone' }]]);
  const path = `/cart/items/${product.id}`;
  expect(bodyOf(await server.client.as(shopper).delete<Cart>(path), 200).items).toEqual([]);
});

it('removes one line, or all of them', async () => {
  const [first, second] = [await addProduct(), await addProduct()];
  await fillCart(server, shopper, { [first.id]: 1, [second.id]: 2 });
  const path = `/cart/items/${first.id}`;
  expect(bodyOf(await server.client.as(shopper).delete<Cart>(path), 200).items).toHaveLength(1);
  expect(bodyOf(await server.client.as(shopper).delete<Cart>(path), 200).items).toHaveLength(1);
  expect(bodyOf(await server.client.as(shopper).delete<Cart>('/cart'), 200)).toEqual(EMPTY);
  expect((await server.client.as(shopper).delete('/cart/items/nonsense')).status).toBe(404);
});

it('is visible to its owner only', async () => {
  const product = await addProduct();
  await fillCart(server, shopper, { [product.id]: 1 });
  expect((await cart(await newShopper(server))).items).toEqual([]);
});

it('merges the cart of a guest idempotently', async () => {
  const [first, second, hidden] = [
    await addProduct(),
    await addProduct(),
    await addProduct({ published: false }),
  ];
  await fillCart(server, shopper, { [first.id]: 2 });
  const guestItems = [
    { productId: first.id, quantity: 1 },
    { productId: second.id, quantity: 3 },
    { productId: second.id, quantity: 2 },
    { productId: hidden.id, quantity: 1 },
    { productId: randomUUID(), quantity: 1 },
  ];
  const merged = bodyOf(await merge(guestItems), 200);
  const quantities = Object.fromEntries(merged.items.map((item) => [item.product.id, item.quantity]));
  expect(quantities).toEqual({ [first.id]: 2, [second.id]: 3, [hidden.id]: 1 });
  expect(bodyOf(await merge(guestItems), 200)).toEqual(merged);
});

it.each<[number, unknown]>([
  [400, undefined],
  [400, 'none'],
  [400, [{ productId: 'nonsense', quantity: 1 }]],
  [400, [{ quantity: 1 }]],
  [400, [{ productId: randomUUID(), quantity: 0 }]],
  [400, [{ productId: randomUUID(), quantity: -1 }]],
  [400, [{ productId: randomUUID(), quantity: 1, price: 1 }]],
  [400, Array.from({ length: 101 }, () => ({ productId: randomUUID(), quantity: 1 }))],
  [200, []],
])('answers %i to a guest’s cart of %j', async (status, items) => {
  bodyOf(await merge(items), status);
});

it('accepts a hundred different products and refuses more with 422', async () => {
  const products = await Promise.all(Array.from({ length: 101 }, () => addProduct()));
  const [last, ...hundred] = products;
  bodyOf(await merge(hundred.map(({ id }) => ({ productId: id, quantity: 1 }))), 200);
  expect(bodyOf(await put(last ?? { id: '' }, { quantity: 1 }), 422).code).toBe('cart.too-large');
  expect(bodyOf(await merge([{ productId: last?.id, quantity: 1 }]), 422).code).toBe('cart.too-large');
  expect((await cart()).items).toHaveLength(100);
});

it('accepts no more than a hundred products from concurrent requests', async () => {
  const products = await Promise.all(Array.from({ length: 104 }, () => addProduct()));
  bodyOf(await merge(products.slice(0, 98).map(({ id }) => ({ productId: id, quantity: 1 }))), 200);
  await Promise.all(products.slice(98).map((product) => put(product, { quantity: 1 })));
  expect((await cart()).items.length).toBeLessThanOrEqual(100);
});
