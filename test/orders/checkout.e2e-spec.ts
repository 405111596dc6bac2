import { randomUUID } from 'node:crypto';
import { changeProduct, newProduct, newSection, stockOf, type TestProduct } from '../factories/catalog.js';
import { ADDRESS, fillCart, newOrder, placeOrder, type TestOrder } from '../factories/orders.js';
import { newManager, newShopper, theAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf, type Answer, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;
let sectionId: string;
let shopper: TestUser;
beforeAll(async () => {
  server = await startServer();
  admin = await theAdmin(server);
  manager = await newManager(server, admin);
  sectionId = (await newSection(server, admin)).id;
});
beforeEach(async () => {
  shopper = await newShopper(server);
});

const newOne = (more: Record<string, unknown> = {}): Promise<TestProduct> =>
  newProduct(server, manager, { sectionId, ...more });

const checkout = (more: object = {}, key?: string): Promise<Answer<TestOrder & Problem>> =>
  placeOrder(server, shopper, key, more);

const linesInCart = async (): Promise<number> =>
  bodyOf(await server.client.as(shopper).get<{ items: unknown[] }>('/cart'), 200).items.length;

describe('a checkout', () => {
  it('adds up rounded lines, in the currency’s smallest unit', async () => {
    const [rice, spice] = [
      await newOne({ unitType: 'kg', ratePerUnit: 333, quantityStep: 0.5 }),
      await newOne({ unitType: 'kg', ratePerUnit: 199, quantityStep: 0.333 }),
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
  ])('believes no %j', async (more) => {
    const product = await newOne();
    await fillCart(server, shopper, { [product.id]: 1 });
    const problem = bodyOf(await checkout(more), 400);
    expect(problem.errors).toMatchObject([{ field: Object.keys(more)[0], code: 'field.unknown' }]);
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
  ])('refuses %j', async (body, field) => {
    const problem = bodyOf(await checkout(body), 400);
    expect(problem.errors?.map((error) => error.field)).toContain(field);
  });

  it('of an empty cart is refused', async () => {
    expect(bodyOf(await checkout(), 422).code).toBe('orders.cart-empty');
  });

  it('on a total that is no longer true is refused with the new cart, and nothing has happened', async () => {
    const product = await newOne();
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

  it('without enough in stock names every line that falls short, and takes nothing', async () => {
    const [enough, short, none] = [
      await newOne(),
      await newOne({ quantityAvailable: 2 }),
      await newOne({ quantityAvailable: 0 }),
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

  it('of what is no longer sold is refused, naming it', async () => {
    const [product, hidden] = [await newOne(), await newOne()];
    await fillCart(server, shopper, { [product.id]: 1, [hidden.id]: 1 });
    bodyOf(await changeProduct(server, manager, hidden, { published: false }), 200);
    const problem = bodyOf(await checkout(), 409);
    expect(problem).toMatchObject({ code: 'orders.products-gone', lines: [{ productId: hidden.id }] });
    expect(await stockOf(server, product.id)).toBe(100);
  });

  it('of a quantity that is no longer sold is refused', async () => {
    const product = await newOne();
    await fillCart(server, shopper, { [product.id]: 3 });
    bodyOf(await changeProduct(server, manager, product, { quantityStep: 2 }), 200);
    expect(bodyOf(await checkout(), 422).code).toBe('catalog.quantity-step');
  });

  it('promises a confirmation, once', async () => {
    const product = await newOne();
    const order = await newOrder(server, shopper, { [product.id]: 1 });
    const events = await server.rows<{ type: string; payload: string }>(
      'SELECT type, payload FROM outbox_events WHERE subject = ? ORDER BY id',
      [`order:${order.id}`],
    );
    expect(events).toEqual([{ type: 'orders.placed', payload: JSON.stringify({ orderId: order.id }) }]);
  });
});
