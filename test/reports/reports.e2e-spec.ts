import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newManager, newShopper, theAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type Answer, type Client, type Problem } from '../support/clients/client.js';
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
  admin = await theAdmin(server);
  manager = await newManager(server, admin);
  shopper = await newShopper(server);
  const section = await newSection(server, admin);
  product = await newProduct(server, manager, { sectionId: section.id, ratePerUnit: 1250 });
});

const staff = (): Client => server.client.as(manager);
const get = <Report>(report: string, query: Query): Promise<Answer<Report & Problem>> =>
  staff().get(`/admin/reports/${report}`, query);

/** Today where the store is, which is hours ahead of UTC's. */
const today = (): string => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);

describe('the reports of a store', () => {
  it('begin with zeros for every day', async () => {
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

  it('count an order from when it is placed until it is cancelled', async () => {
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
    const left = bodyOf(await get<Sales>('sales', range), 200);
    expect(left.totals).toMatchObject({ revenue: 2500, orders: 1, averageBasket: 2500 });
    expect(left.points).toMatchObject([{ key: today(), revenue: 2500, orders: 1 }]);
    const engagement = bodyOf(await get<Engagement>('engagement', range), 200);
    expect(engagement).toMatchObject({ active: 1, registered: 1, points: [{ day: today(), daily: 1 }] });
  });

  it('tell what is sold out, and what was wasted of late', async () => {
    const waste = { reason: 'waste', delta: -1.0 };
    bodyOf(await staff().post(`/admin/products/${product.id}/stock-movements`, waste), 201);
    const gone = await newProduct(server, manager, { sectionId: product.sectionId, quantityAvailable: 0 });
    const stock = bodyOf(await get<Stock>('stock', { salesDays: 7 }), 200);
    expect(stock.today).toBe(today());
    expect(stock.soldOut).toMatchObject({ items: [{ productId: gone.id }], total: 1 });
    expect(stock.waste).toMatchObject({
      to: today(),
      items: [{ productId: product.id, quantityWasted: 1, value: 1250, times: 1 }],
    });
  });

  it('are kept by nobody on the way', async () => {
    const { headers } = await get('stock', {});
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('a report is refused', () => {
  const days = { from: '2026-01-01', to: '2026-01-31' };

  it.each<[string, string, Query, string]>([
    ['without days', 'sales', {}, 'from'],
    ['without a last day', 'engagement', { from: '2026-01-01' }, 'to'],
    ['for a day that does not exist', 'sales', { ...days, to: '2026-02-29' }, 'to'],
    ['for a time instead of a day', 'engagement', { ...days, from: '2026-01-01T00:00:00Z' }, 'from'],
    ['by what is nothing to group by', 'sales', { ...days, groupBy: 'year' }, 'groupBy'],
    ['for no product at all', 'sales', { ...days, groupBy: 'product', limit: 0 }, 'limit'],
    ['for too many products', 'stock', { limit: 101 }, 'limit'],
    ['for a mean of no days', 'stock', { salesDays: 0 }, 'salesDays'],
    ['for cohorts of nothing', 'engagement', { ...days, cohortBy: 'age' }, 'cohortBy'],
    ['with a field that it does not know', 'stock', { ...days, section: 'vegetables' }, 'section'],
  ])('%s, as malformed', async (_, report, query, field) => {
    const answer = await get(report, query);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(answer.body.errors?.map((error) => error.field)).toContain(field);
  });

  it.each<[string, string, Query, string]>([
    [
      'that ends before it begins',
      'sales',
      { from: '2026-01-02', to: '2026-01-01' },
      'reports.range-backwards',
    ],
    [
      'of more than two years',
      'engagement',
      { from: '2024-01-01', to: '2026-01-03' },
      'reports.range-too-long',
    ],
    ['of waste before there was a store', 'stock', { from: '1999-12-31' }, 'reports.day-out-of-range'],
    ['of a far future', 'sales', { from: '2099-12-31', to: '2100-01-01' }, 'reports.day-out-of-range'],
    ['of waste that is yet to begin', 'stock', { from: '2099-01-01' }, 'reports.range-backwards'],
  ])('%s, as a rule that is broken', async (_, report, query, code) => {
    const answer = await get(report, query);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer).toMatchObject({ status: 422, body: { code: 'request.rule-broken', errors: [{ code }] } });
  });

  it('not for two years that are leap years', async () => {
    const sales = bodyOf(await get<Sales>('sales', { from: '2024-01-01', to: '2026-01-01' }), 200);
    expect(sales.points).toHaveLength(732);
  });
});
