import { newProduct, newSection, stockOf, type TestProduct } from '../factories/catalog.js';
import { ADDRESS, fillCart, placeOrder, type TestOrder } from '../factories/orders.js';
import { newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import { NO_BACKGROUND_JOBS, startServer, type ServerProcess } from '../support/servers/server.js';

let server: ServerProcess;
let admin: TestUser;
let shopper: TestUser;
let product: TestProduct;

beforeAll(async () => {
  server = await startServer({ env: NO_BACKGROUND_JOBS });
  admin = await signInAdmin(server);
  const { id: sectionId } = await newSection(server, admin);
  product = await newProduct(server, admin, { sectionId, quantityAvailable: 100 });
});

beforeEach(async () => {
  shopper = await newShopper(server);
  await fillCart(server, shopper, { [product.id]: 2 });
});

async function ordersOf(user: TestUser): Promise<number> {
  const [row] = await server.rows<{ orders: number }>(
    'SELECT count(*) AS orders FROM orders WHERE user_id = ?',
    [user.id],
  );
  return row?.orders ?? 0;
}

const codeOf = (response: ApiResponse): string => (response.body as Problem).code;

const withBody = (body: object, headers: Readonly<Record<string, string>>): Promise<ApiResponse<TestOrder>> =>
  server.client.as(shopper).post<TestOrder>('/orders', body, headers);

describe('an idempotency key with the same body', () => {
  it('places one order, also for 50 concurrent requests, and repeats the response', async () => {
    const before = await stockOf(server, product.id);

    const responses = await Promise.all(
      Array.from({ length: 50 }, () => placeOrder(server, shopper, 'concurrent')),
    );

    const placed = responses.filter((response) => response.status === 201);
    const others = responses.filter((response) => response.status !== 201);
    expect(placed.length).toBeGreaterThan(0);
    expect(
      others.filter((response) => response.status !== 409 || codeOf(response) !== 'orders.still-under-way'),
    ).toEqual([]);
    expect(new Set(placed.map((response) => JSON.stringify(response.body))).size).toBe(1);
    expect(await ordersOf(shopper)).toBe(1);
    expect(await stockOf(server, product.id)).toBe(before - 2);

    const replay = await placeOrder(server, shopper, 'concurrent');
    expect(bodyOf(replay, 201)).toEqual(placed[0]?.body);
    await expectBalancedBooks(server, admin);
  });

  it('repeats the response after a restart and after a status change', async () => {
    const order = bodyOf(await placeOrder(server, shopper, 'much later'), 201);
    bodyOf(
      await server.client.as(admin).post(`/admin/orders/${order.id}/transitions`, { to: 'packed' }),
      200,
    );
    await server.restart();

    expect(bodyOf(await placeOrder(server, shopper, 'much later'), 201)).toEqual(order);
    expect(await ordersOf(shopper)).toBe(1);
  });

  it('places an order for each user who uses it', async () => {
    const otherShopper = await newShopper(server);
    await fillCart(server, otherShopper, { [product.id]: 1 });

    const [mine, theirs] = await Promise.all([
      placeOrder(server, shopper, 'shared'),
      placeOrder(server, otherShopper, 'shared'),
    ]);

    expect(bodyOf(mine, 201).id).not.toBe(bodyOf(theirs, 201).id);
  });
});

it('refuses a key that was used with another body with 422, and places nothing', async () => {
  bodyOf(await placeOrder(server, shopper, 'reused'), 201);
  await fillCart(server, shopper, { [product.id]: 1 });

  const response = await withBody(
    { address: { ...ADDRESS, city: 'Mysuru' } },
    { 'idempotency-key': 'reused' },
  );

  expect(response.status).toBe(422);
  expect(await ordersOf(shopper)).toBe(1);
});

it('can be used again after a refused order', async () => {
  await server.client.as(shopper).delete('/cart');
  const refused = await placeOrder(server, shopper, 'second try');
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(refused.status).toBeLessThan(500);
  await fillCart(server, shopper, { [product.id]: 1 });

  bodyOf(await placeOrder(server, shopper, 'second try'), 201);
});

it.each([
  ['is missing', {}],
  ['is empty', { 'idempotency-key': '' }],
  ['has 256 characters', { 'idempotency-key': 'k'.repeat(256) }],
])('refuses an order with 400 if the key %s', async (_, headers) => {
  const response = await withBody({ address: ADDRESS }, headers);

  expect(response.status).toBe(400);
  expect(await ordersOf(shopper)).toBe(0);
});

it('accepts a key of 255 characters', async () => {
  bodyOf(await placeOrder(server, shopper, 'k'.repeat(255)), 201);
});
