import { randomUUID } from 'node:crypto';
import { changeProduct, newProduct, newSection, stockOf, type TestProduct } from '../factories/catalog.js';
import { ADDRESS, fillCart, newOrder, placeOrder, type TestOrder } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

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

const checkout = (members: object = {}, key?: string): Promise<ApiResponse<TestOrder & Problem>> =>
  placeOrder(server, shopper, key, members);

const linesInCart = async (): Promise<number> =>
  bodyOf(await server.client.as(shopper).get<{ items: unknown[] }>('/cart'), 200).items.length;

describe('POST /orders', () => {
  it('adds up rounded line prices in the smallest unit of the currency', async () => {
    const [rice, spice] = [
      await addProduct({ unitType: 'kg', ratePerUnit: 333, quantityStep: 0.5 }),
      await addProduct({ unitType: 'kg', ratePerUnit: 199, quantityStep: 0.333 }),
    ];
    await fillCart(server, shopper, { [rice.id]: 1.5, [spice.id]: 0.333 });
    const order = bodyOf(await checkout({ expectedTotal: 566 }), 201);
    expect(order.items.map(({ quantity, price }) => [quantity, price])).toEqual([
      [1.5, 500],
      [0.333, 66],
    ]);
    expect(order.total).toBe(566);
    expect(order.number).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
  });

  it.each([
    { total: 1 },
    { userId: randomUUID() },
    { items: [] },
    { price: 1 },
    { status: 'delivered' },
    { number: '1' },
    { idempotencyKey: 'x' },
  ])('refuses %j as an unknown field', async (members) => {
    const product = await addProduct();
    await fillCart(server, shopper, { [product.id]: 1 });
    const problem = bodyOf(await checkout(members), 400);
    expect(problem.errors).toMatchObject([{ field: Object.keys(members)[0], code: 'field.unknown' }]);
    expect(await stockOf(server, product.id)).toBe(100);
  });

  it.each([
    [{ address: undefined }, 'address'],
    [{ address: 'at home' }, 'address'],
    [{ address: { ...ADDRESS, name: ' ' } }, 'address.name'],
    [{ address: { ...ADDRESS, phone: 'call me' } }, 'address.phone'],
    [{ address: { ...ADDRESS, postalCode: '' } }, 'address.postalCode'],
    [{ address: { ...ADDRESS, country: 'IN' } }, 'address.country'],
    [{ expectedTotal: -1 }, 'expectedTotal'],
    [{ expectedTotal: 1.5 }, 'expectedTotal'],
    [{ note: 'a'.repeat(501) }, 'note'],
  ])('refuses %j with 400', async (body, field) => {
    const problem = bodyOf(await checkout(body), 400);
    expect(problem.errors?.map((error) => error.field)).toContain(field);
  });

  it('refuses a postal code that this country does not have, and orders nothing', async () => {
    const product = await addProduct();
    await fillCart(server, shopper, { [product.id]: 1 });
    const problem = bodyOf(await checkout({ address: { ...ADDRESS, postalCode: '56' } }), 422);
    expect(problem).toMatchObject({
      code: 'request.rule-broken',
      errors: [{ field: 'address.postalCode', code: 'orders.no-postal-code' }],
    });
    expect(await stockOf(server, product.id)).toBe(100);
  });

  it('accepts an address with the digits of an Indian keyboard', async () => {
    const product = await addProduct();
    await fillCart(server, shopper, { [product.id]: 1 });
    const address = { ...ADDRESS, postalCode: '५६० ००४', phone: '+९१ ९८४५० १२३४५' };
    const order = bodyOf(await checkout({ address }), 201);
    expect(order).toMatchObject({ address: { postalCode: '560 004', phone: '+91 98450 12345' } });
  });

  it('refuses an empty cart with 422', async () => {
    expect(bodyOf(await checkout(), 422).code).toBe('orders.cart-empty');
  });

  it('refuses an outdated total with 409 and the new cart, and changes nothing', async () => {
    const product = await addProduct();
    await fillCart(server, shopper, { [product.id]: 2 });
    bodyOf(await changeProduct(server, manager, product, { ratePerUnit: 6000 }), 200);
    const key = randomUUID();
    const problem = bodyOf(await checkout({ expectedTotal: 10_000 }, key), 409);
    expect(problem).toMatchObject({
      code: 'orders.price-changed',
      expectedTotal: 10_000,
      cart: { total: 12_000, items: [{ notices: [{ code: 'cart.price-changed', was: 5000, now: 6000 }] }] },
    });
    expect([await linesInCart(), await stockOf(server, product.id)]).toEqual([1, 100]);
    expect(bodyOf(await checkout({ expectedTotal: 12_000 }, key), 201).total).toBe(12_000);
  });

  it('names every line without enough stock, and deducts nothing', async () => {
    const [enough, short, none] = [
      await addProduct(),
      await addProduct({ quantityAvailable: 2 }),
      await addProduct({ quantityAvailable: 0 }),
    ];
    await fillCart(server, shopper, { [enough.id]: 1, [short.id]: 3, [none.id]: 1 });
    const problem = bodyOf(await checkout(), 409);
    expect(problem.code).toBe('catalog.out-of-stock');
    const lines = problem['lines'] as { productId: string; requested: number; available: number }[];
    expect(lines).toHaveLength(2);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ productId: short.id, productName: short.name, requested: 3, available: 2 }),
        expect.objectContaining({ productId: none.id, productName: none.name, requested: 1, available: 0 }),
      ]),
    );
    expect([await stockOf(server, enough.id), await stockOf(server, short.id), await linesInCart()]).toEqual([
      100, 2, 3,
    ]);
    await expectBalancedBooks(server, admin);
  });

  it('refuses hidden products with 409 and names them', async () => {
    const [product, hidden] = [await addProduct(), await addProduct()];
    await fillCart(server, shopper, { [product.id]: 1, [hidden.id]: 1 });
    bodyOf(await changeProduct(server, manager, hidden, { published: false }), 200);
    const problem = bodyOf(await checkout(), 409);
    expect(problem).toMatchObject({ code: 'orders.products-gone', lines: [{ productId: hidden.id }] });
    expect(await stockOf(server, product.id)).toBe(100);
  });

  it('refuses a quantity that is no longer allowed with 422', async () => {
    const product = await addProduct();
    await fillCart(server, shopper, { [product.id]: 3 });
    bodyOf(await changeProduct(server, manager, product, { quantityStep: 2 }), 200);
    expect(bodyOf(await checkout(), 422).code).toBe('catalog.quantity-step');
  });

  it('writes one outbox event for the confirmation', async () => {
    const product = await addProduct();
    const order = await newOrder(server, shopper, { [product.id]: 1 });
    const events = await server.rows<{ type: string; payload: string }>(
      'SELECT type, payload FROM outbox_events WHERE subject = ? ORDER BY id',
      [`order:${order.id}`],
    );
    expect(events).toEqual([{ type: 'orders.placed', payload: JSON.stringify({ orderId: order.id }) }]);
  });
});
