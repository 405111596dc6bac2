import { HOUR_MS } from '../../src/platform/common/durations.js';
import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type ApiResponse, type Client, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

interface Point {
  readonly key: string;
  readonly name: string | null;
  readonly revenue: number;
  readonly orders: number;
}

interface Sales {
  readonly from: string;
  readonly to: string;
  readonly groupBy: string;
  readonly totals: { readonly revenue: number; readonly orders: number; readonly averageBasket: number };
  readonly points: readonly Point[];
}

interface Stock {
  readonly today: string;
  readonly waste: { readonly items: readonly unknown[]; readonly from: string; readonly to: string };
  readonly soldOut: { readonly items: readonly { readonly productId: string }[]; readonly total: number };
}

interface Engagement {
  readonly active: number;
  readonly registered: number;
  readonly points: readonly { readonly day: string; readonly daily: number }[];
}

type Query = Record<string, string | number>;

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let product: TestProduct;

beforeAll(async () => {
  server = await startServer({ env: { STORE_TIME_ZONE: 'Pacific/Kiritimati' } });
  admin = await signInAdmin(server);
  manager = await newManager(server);
  shopper = await newShopper(server);
  const section = await newSection(server, admin);
  product = await newProduct(server, manager, { sectionId: section.id, ratePerUnit: 1250 });
});

const staff = (): Client => server.client.as(manager);
const get = <Report>(report: string, query: Query): Promise<ApiResponse<Report & Problem>> =>
  staff().get(`/admin/reports/${report}`, query);

/** Returns today in the store's time zone, which is hours ahead of UTC. */
const today = (): string => new Date(Date.now() + 14 * HOUR_MS).toISOString().slice(0, 10);

describe('reports of a store', () => {
  it('have zeros for every day at first', async () => {
    const range = { from: '2026-01-30', to: '2026-02-02' };
    const sales = bodyOf(await get<Sales>('sales', range), 200);
    expect(sales).toMatchObject({
      ...range,
      groupBy: 'day',
      totals: { revenue: 0, orders: 0, averageBasket: 0 },
    });
    expect(sales.points.map((point) => [point.key, point.orders])).toEqual([
      ['2026-01-30', 0],
      ['2026-01-31', 0],
      ['2026-02-01', 0],
      ['2026-02-02', 0],
    ]);
    const engagement = bodyOf(await get<Engagement>('engagement', range), 200);
    expect(engagement.points.map((point) => point.daily)).toEqual([0, 0, 0, 0]);
  });

  it('count an order from its placement until its cancellation', async () => {
    const range = { from: today(), to: today() };
    const order = await newOrder(server, shopper, { [product.id]: 3 });
    await newOrder(server, shopper, { [product.id]: 2 });

    const placed = bodyOf(await get<Sales>('sales', { ...range, groupBy: 'product' }), 200);
    expect(placed.totals).toMatchObject({ revenue: 6250, orders: 2, averageBasket: 3125 });
    expect(placed.points).toMatchObject([
      {
        key: product.id,
        name: product.name,
        revenue: 6250,
        orders: 2,
        lines: 2,
        quantity: 5,
        unitType: 'piece',
      },
    ]);

    bodyOf(await server.client.as(shopper).post(`/orders/${order.id}/cancel`), 200);
    const remaining = bodyOf(await get<Sales>('sales', range), 200);
    expect(remaining.totals).toMatchObject({ revenue: 2500, orders: 1, averageBasket: 2500 });
    expect(remaining.points).toMatchObject([{ key: today(), revenue: 2500, orders: 1 }]);
    const engagement = bodyOf(await get<Engagement>('engagement', range), 200);
    expect(engagement).toMatchObject({ active: 1, registered: 1, points: [{ day: today(), daily: 1 }] });
  });

  it('list sold-out products and recent waste', async () => {
    const waste = { reason: 'waste', delta: -1.0 };
    bodyOf(await staff().post(`/admin/products/${product.id}/stock-movements`, waste), 201);
    const soldOut = await newProduct(server, manager, { sectionId: product.sectionId, quantityAvailable: 0 });
    const stock = bodyOf(await get<Stock>('stock', { salesDays: 7 }), 200);
    expect(stock.today).toBe(today());
    expect(stock.soldOut).toMatchObject({ items: [{ productId: soldOut.id }], total: 1 });
    expect(stock.waste).toMatchObject({
      to: today(),
      items: [{ productId: product.id, quantityWasted: 1, value: 1250, times: 1 }],
    });
  });

  it('are sent with no-store', async () => {
    const { headers } = await get('stock', {});
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('refused reports', () => {
  const days = { from: '2026-01-01', to: '2026-01-31' };

  it.each<[string, string, Query, string]>([
    ['a missing range', 'sales', {}, 'from'],
    ['a missing last day', 'engagement', { from: '2026-01-01' }, 'to'],
    ['a day that does not exist', 'sales', { ...days, to: '2026-02-29' }, 'to'],
    ['a time instead of a day', 'engagement', { ...days, from: '2026-01-01T00:00:00Z' }, 'from'],
    ['an unknown grouping', 'sales', { ...days, groupBy: 'year' }, 'groupBy'],
    ['a limit of zero', 'sales', { ...days, groupBy: 'product', limit: 0 }, 'limit'],
    ['a limit above the maximum', 'stock', { limit: 101 }, 'limit'],
    ['an average of zero days', 'stock', { salesDays: 0 }, 'salesDays'],
    ['unknown cohorts', 'engagement', { ...days, cohortBy: 'age' }, 'cohortBy'],
    ['an unknown field', 'stock', { ...days, section: 'vegetables' }, 'section'],
  ])('return 400 for %s', async (_, report, query, field) => {
    const response = await get(report, query);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(response).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(response.body.errors?.map((error) => error.field)).toContain(field);
  });

  it.each<[string, string, Query, string]>([
    [
      'a range that ends before it begins',
      'sales',
      { from: '2026-01-02', to: '2026-01-01' },
      'reports.range-backwards',
    ],
    [
      'a range of more than two years',
      'engagement',
      { from: '2024-01-01', to: '2026-01-03' },
      'reports.range-too-long',
    ],
    ['waste before the year 2000', 'stock', { from: '1999-12-31' }, 'reports.day-out-of-range'],
    [
      'a range in the far future',
      'sales',
      { from: '2099-12-31', to: '2100-01-01' },
      'reports.day-out-of-range',
    ],
    ['waste that starts in the future', 'stock', { from: '2099-01-01' }, 'reports.range-backwards'],
  ])('return 422 for %s', async (_, report, query, code) => {
    const response = await get(report, query);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(response).toMatchObject({
      status: 422,
      body: { code: 'request.rule-broken', errors: [{ code }] },
    });
  });

  it('accept two years with a leap year', async () => {
    const sales = bodyOf(await get<Sales>('sales', { from: '2024-01-01', to: '2026-01-01' }), 200);
    expect(sales.points).toHaveLength(732);
  });
});
