import { randomUUID } from 'node:crypto';
import { changeProduct, newProduct, newSection, stockOf, type TestProduct } from '../factories/catalog.js';
import { ADDRESS, fillCart, placeOrder, type TestCart, type TestOrder } from '../factories/orders.js';
import { newManager, newShopper, newUsername, signInAdmin, type TestUser } from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf, type ApiResponse, type Bearer, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

interface TakenOrder extends TestOrder {
  readonly takenBy: string | null;
  readonly customer: { readonly id: string; readonly username: string; readonly displayName: string };
  readonly timeline: readonly { readonly status: string; readonly by: string }[];
}

interface Quote {
  readonly items: readonly {
    readonly price: number;
    readonly isBuyable: boolean;
    readonly notices: readonly object[];
  }[];
  readonly total: number;
}

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let sectionId: string;
let product: TestProduct;
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  sectionId = (await newSection(server, admin)).id;
});
beforeEach(async () => {
  shopper = await newShopper(server);
  product = await newProduct(server, manager, { sectionId });
});

/** Takes an order of one piece for the shopper. Returns the response, whatever its status. */
function take(
  members: object = {},
  key: string = randomUUID(),
  by: Bearer = manager,
): Promise<ApiResponse<TakenOrder & Problem>> {
  const lines = [{ productId: product.id, quantity: 1 }];
  const body = { customerId: shopper.id, address: ADDRESS, lines, ...members };
  return server.client.as(by).post('/admin/orders', body, { 'idempotency-key': key });
}

const cartOf = async (user: Bearer): Promise<TestCart> =>
  bodyOf(await server.client.as(user).get<TestCart>('/cart'), 200);

const countOf = async (statement: string, ...values: unknown[]): Promise<number> =>
  Number((await server.rows<{ n: number | string }>(`SELECT count(*) AS n FROM ${statement}`, values))[0]?.n);

describe('POST /admin/orders', () => {
  it('places an order for a customer, names who took it, and leaves the customer’s cart alone', async () => {
    await fillCart(server, shopper, { [product.id]: 3 });
    const before = await cartOf(shopper);
    const log = new AuditLog(server, admin);
    let taken: TakenOrder | undefined;
    const entries = await log.leftBy(
      server.client.as(manager),
      async (client) => {
        const lines = [{ productId: product.id, quantity: 2 }];
        const response = await client.post<TakenOrder>(
          '/admin/orders',
          { customerId: shopper.id, address: ADDRESS, lines, expectedTotal: 10_000, note: 'Ring twice' },
          { 'idempotency-key': randomUUID() },
        );
        taken = response.body;
        return response;
      },
      201,
    );
    expect(taken).toMatchObject({
      ...{ status: 'placed', total: 10_000, note: 'Ring twice', takenBy: manager.username },
      customer: { id: shopper.id, username: shopper.username },
      timeline: [{ status: 'placed', by: manager.username }],
    });
    expect(entries).toMatchObject([
      {
        action: 'orders.taken-by-phone',
        subjectId: taken?.id,
        actorId: manager.id,
        after: { number: taken?.number, customerId: shopper.id, total: 10_000 },
      },
    ]);
    expect(await cartOf(shopper)).toEqual({
      ...before,
      items: before.items.map((item) => ({
        ...item,
        product: { ...item.product, quantityAvailable: 98 },
      })),
    });
    expect(await stockOf(server, product.id)).toBe(98);
    const own = bodyOf(await server.client.as(shopper).get<TakenOrder>(`/orders/${taken?.id}`), 200);
    expect(own).toMatchObject({ takenBy: manager.username, timeline: [{ by: manager.username }] });
    const found = await server.client
      .as(manager)
      .get<{ items: { id: string }[] }>('/admin/orders', { customer: shopper.id, q: '98450 12345' });
    expect(bodyOf(found, 200).items.map(({ id }) => id)).toEqual([taken?.id]);
    await expectBalancedBooks(server, admin);
  });

  it('shows no one as having taken an order that the customer placed', async () => {
    await fillCart(server, shopper, { [product.id]: 1 });
    const { id } = bodyOf(await placeOrder(server, shopper), 201);
    expect(bodyOf(await server.client.as(admin).get<TakenOrder>(`/admin/orders/${id}`), 200)).toMatchObject({
      takenBy: null,
      timeline: [{ by: shopper.username }],
    });
  });

  it('opens an account for a new customer together with the order, which no password opens', async () => {
    const phone = `+91 9${Math.floor(1e8 + Math.random() * 9e8)}`;
    const order = bodyOf(
      await take({
        customerId: undefined,
        newCustomer: { displayName: 'Meena Iyer' },
        address: { ...ADDRESS, phone },
      }),
      201,
    );
    expect(order.customer).toMatchObject({ displayName: 'Meena Iyer' });
    const { username } = order.customer;
    const found = await server.client
      .as(manager)
      .get<{ items: { id: string }[] }>('/admin/customers', { q: phone });
    expect(bodyOf(found, 200).items).toMatchObject([{ id: order.customer.id }]);
    const signIn = await server.client.post<Problem>('/auth/login', {
      username,
      password: 'any password at all',
    });
    expect(bodyOf(signIn, 401).code).toBe('auth.invalid-credentials');
    const [account] = await server.rows<{ email: string; confirmed: number | null }>(
      'SELECT email, email_confirmed_at AS confirmed FROM users WHERE id = ?',
      [order.customer.id],
    );
    expect(account).toEqual({ email: `${username}@no-email.invalid`, confirmed: null });
    expect(await countOf('email_confirmations WHERE user_id = ?', order.customer.id)).toBe(0);
  });

  it('mails a link to the address of a new customer, and opens no account if another one has the address', async () => {
    const email = `${newUsername()}@example.com`;
    const newCustomer = { displayName: 'Meena Iyer', email };
    const order = bodyOf(await take({ customerId: undefined, newCustomer }), 201);
    expect(await countOf('email_confirmations WHERE user_id = ?', order.customer.id)).toBe(1);
    const second = { ...newCustomer, displayName: `Second ${randomUUID()}`, email: email.toUpperCase() };
    const refused = await take({ customerId: undefined, newCustomer: second });
    expect(bodyOf(refused, 409).code).toBe('users.email-taken');
    expect(await countOf('users WHERE display_name = ?', second.displayName)).toBe(0);
    expect(await stockOf(server, product.id)).toBe(99);
  });

  it('opens no account if the order is refused', async () => {
    const newCustomer = { displayName: `New ${randomUUID()}` };
    const lines = [{ productId: product.id, quantity: 101 }];
    const refused = await take({ customerId: undefined, newCustomer, lines });
    expect(bodyOf(refused, 409).code).toBe('catalog.out-of-stock');
    expect(await countOf('users WHERE display_name = ?', newCustomer.displayName)).toBe(0);
  });

  it.each([
    ['no customer', { customerId: undefined }, 422, 'request.rule-broken'],
    ['two customers', { newCustomer: { displayName: 'Meena' } }, 422, 'request.rule-broken'],
    ['an unknown customer', { customerId: randomUUID() }, 404, 'customers.not-found'],
    ['a false postal code', { address: { ...ADDRESS, postalCode: '56' } }, 422, 'request.rule-broken'],
    [
      'an unknown product',
      { lines: [{ productId: randomUUID(), quantity: 1 }] },
      404,
      'catalog.product-not-found',
    ],
    ['no line', { lines: [] }, 400, 'request.invalid'],
    ['a blank name', { customerId: undefined, newCustomer: { displayName: ' ' } }, 400, 'request.invalid'],
    ['another total', { expectedTotal: 1 }, 409, 'orders.price-changed'],
  ])('refuses %s', async (_, members, status, code) => {
    expect(bodyOf(await take(members), status).code).toBe(code);
    expect(await stockOf(server, product.id)).toBe(100);
  });

  it('refuses a product twice, quantities that no one can order, and a former unit', async () => {
    const line = (quantity: number, more: object = {}) => ({ productId: product.id, quantity, ...more });
    expect(bodyOf(await take({ lines: [line(1), line(2)] }), 400).errors).toMatchObject([{ field: 'lines' }]);
    expect(bodyOf(await take({ lines: [line(-1)] }), 400).errors).toMatchObject([
      { field: 'lines.0.quantity' },
    ]);
    for (const quantity of [0, 0.5])
      expect(bodyOf(await take({ lines: [line(quantity)] }), 422).code).toBe('catalog.quantity-step');
    expect(bodyOf(await take({ lines: [line(201)] }), 422).code).toBe('catalog.above-max-per-order');
    const formerUnit = await take({ lines: [line(1, { unitType: 'kg' })] });
    expect(bodyOf(formerUnit, 409).code).toBe('orders.units-changed');
  });

  it('takes no order for members of staff and suspended customers', async () => {
    expect(bodyOf(await take({ customerId: manager.id }), 404).code).toBe('customers.not-found');
    bodyOf(await server.client.as(admin).post(`/admin/users/${shopper.id}/suspend`, {}), 200);
    expect(bodyOf(await take(), 409).code).toBe('customers.suspended');
  });

  it('refuses an outdated total with the current lines, and takes the order at the new one', async () => {
    bodyOf(await changeProduct(server, manager, product, { ratePerUnit: 6000 }), 200);
    const problem = bodyOf(await take({ expectedTotal: 5000 }), 409);
    expect(problem).toMatchObject({
      code: 'orders.price-changed',
      expectedTotal: 5000,
      cart: { total: 6000 },
    });
    expect(bodyOf(await take({ expectedTotal: 6000 }), 201).total).toBe(6000);
  });

  it('requires a key, and takes one order and opens one account for many requests with the same', async () => {
    const newCustomer = { displayName: `Once ${randomUUID()}` };
    const body = { newCustomer, address: ADDRESS, lines: [{ productId: product.id, quantity: 1 }] };
    const keyless = await server.client.as(manager).post<Problem>('/admin/orders', body);
    expect(bodyOf(keyless, 400).code).toBe('request.idempotency-key-invalid');
    const key = randomUUID();
    const send = () => take({ customerId: undefined, newCustomer }, key);
    const responses = await Promise.all(Array.from({ length: 10 }, send));
    const placed = responses.filter(({ status }) => status === 201);
    expect(placed.length).toBeGreaterThan(0);
    for (const { status, body: problem } of responses)
      if (status !== 201) expect(problem.code).toBe('request.still-under-way');
    expect(bodyOf(await send(), 201)).toEqual(placed[0]?.body);
    expect(await countOf('users WHERE display_name = ?', newCustomer.displayName)).toBe(1);
    expect(await stockOf(server, product.id)).toBe(99);
    expect(bodyOf(await take({}, key), 422).code).toBe('request.idempotency-key-reused');
  });

  it('sells the last pieces once to customers, and to those who call', async () => {
    const few = await newProduct(server, manager, { sectionId, quantityAvailable: 5 });
    const lines = [{ productId: few.id, quantity: 1 }];
    const shoppers = await Promise.all(Array.from({ length: 5 }, () => newShopper(server)));
    await Promise.all(shoppers.map((one) => fillCart(server, one, { [few.id]: 1 })));
    const responses: ApiResponse[] = await Promise.all([
      ...shoppers.map((one) => placeOrder(server, one)),
      ...shoppers.map((one) => take({ customerId: one.id, lines })),
    ]);
    const sold = responses.filter(({ status }) => status === 201).length;
    const refused = responses.filter(({ status }) => status === 409);
    expect([sold, refused.length, await stockOf(server, few.id)]).toEqual([5, 5, 0]);
    for (const { body } of refused) expect((body as Problem).code).toBe('catalog.out-of-stock');
    await expectBalancedBooks(server, admin);
  });
});

describe('POST /admin/orders/quote', () => {
  const quote = async (lines: readonly object[]): Promise<Quote> =>
    bodyOf(await server.client.as(manager).post<Quote>('/admin/orders/quote', { lines }), 200);

  it('prices lines as an order does, with what keeps a line from being ordered', async () => {
    const rice = await newProduct(server, manager, {
      ...{ sectionId, unitType: 'kg', ratePerUnit: 333, quantityStep: 0.5, quantityAvailable: 1 },
    });
    const lines = [{ productId: rice.id, quantity: 1.5 }];
    const { items, total } = await quote([{ productId: product.id, quantity: 2 }, ...lines]);
    expect(items.map(({ price, isBuyable }) => [price, isBuyable])).toEqual([
      [10_000, true],
      [0, false],
    ]);
    expect(items[1]?.notices).toEqual([{ code: 'cart.short-stock', was: 1.5, now: 1 }]);
    expect(total).toBe(10_000);
    const ordered = await quote([{ productId: rice.id, quantity: 0.5 }]);
    const order = await take({
      lines: [{ productId: rice.id, quantity: 0.5 }],
      expectedTotal: ordered.total,
    });
    expect(bodyOf(order, 201).total).toBe(167);
  });

  it('leaves unknown products out, and prices no quantity below a step', async () => {
    expect(await quote([])).toMatchObject({ items: [], total: 0 });
    const { items, total } = await quote([
      { productId: randomUUID(), quantity: 1 },
      { productId: product.id, quantity: 0 },
    ]);
    expect(items).toHaveLength(1);
    expect(total).toBe(0);
  });
});

describe('GET /admin/customers/:id/frequent-products', () => {
  it('lists what a customer orders most, and nothing of staff', async () => {
    bodyOf(await take(), 201);
    const path = (id: string): string => `/admin/customers/${id}/frequent-products`;
    const client = server.client.as(manager);
    const own = bodyOf(await client.get<{ items: { id: string }[] }>(path(shopper.id)), 200);
    expect(own.items.map(({ id }) => id)).toEqual([product.id]);
    expect(bodyOf(await client.get<Problem>(path(manager.id)), 404).code).toBe('customers.not-found');
    expect(bodyOf(await client.get<Problem>(path('no-such-id')), 404).code).toBe('customers.not-found');
  });
});
