import type { TestProduct } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newWorld, type World } from '../factories/world.js';
import { bodyOf } from '../support/clients/client.js';
import { startServer } from '../support/servers/server.js';

/** Number of concurrent requests for the same URL. */
const CONCURRENT_REQUESTS = 40;
const METRICS_TOKEN = 'a-token-for-the-metrics';

let world: World;
beforeAll(async () => {
  world = await newWorld(await startServer({ env: { METRICS_TOKEN, LOG_LEVEL: 'info' } }));
});

/**
 * Returns the responses to concurrent requests for a path, as fetch has them: with all headers, and without a token.
 */
async function fetchConcurrently(path: string, headers: Record<string, string> = {}): Promise<Response[]> {
  const send = (): Promise<Response> => fetch(`${world.server.url}/api/v1${path}`, { headers });
  return Promise.all(Array.from({ length: CONCURRENT_REQUESTS }, send));
}

/** Returns the headers that responses with the same content share. */
function sharedHeaders({ headers }: Response): Record<string, string> {
  const own = new Set(['x-request-id', 'date']);
  return Object.fromEntries([...headers].filter(([name]) => !own.has(name)));
}

/** Returns the cache counters: responses served from the cache, and requests to the catalog cache. */
async function readCounters(): Promise<{ served: number; asked: number }> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const text = await (await fetch(`${world.server.url}/metrics`, { headers })).text();
  const valueOf = (name: string): number => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
  return {
    served: valueOf('grocery_store_cache_answers_given_again_total'),
    asked: valueOf('grocery_store_cache_catalog_asked_total'),
  };
}

async function setRate(ratePerUnit: number): Promise<void> {
  const staff = world.server.client.as(world.people.manager);
  const { version } = bodyOf(await staff.get<TestProduct>(`/admin/products/${world.product.id}`), 200);
  bodyOf(await staff.patch(`/admin/products/${world.product.id}`, { version, ratePerUnit }), 200);
}

it('serves concurrent requests for a page the same response, each with its own request ID', async () => {
  for (const rate of [1_111, 2_222, 3_333]) {
    await setRate(rate);
    const before = await readCounters();
    const answers = await fetchConcurrently(`/products/${world.product.id}`);
    const after = await readCounters();
    // It is loaded again only if the entry has expired in the meantime.
    expect(after.served - before.served).toBeGreaterThan(CONCURRENT_REQUESTS / 2);
    expect(after.served - before.served + (after.asked - before.asked)).toBe(CONCURRENT_REQUESTS);
    const pages = await Promise.all(answers.map((answer) => answer.json() as Promise<TestProduct>));
    expect(pages.map(({ ratePerUnit }) => ratePerUnit)).toEqual(Array(CONCURRENT_REQUESTS).fill(rate));
    expect(new Set(answers.map(({ headers }) => headers.get('x-request-id'))).size).toBe(CONCURRENT_REQUESTS);
    const [first] = answers.map(sharedHeaders);
    expect(first).toMatchObject({ 'x-content-type-options': 'nosniff', etag: expect.any(String) as string });
    for (const answer of answers) expect(sharedHeaders(answer)).toEqual(first);
  }
});

it('shows each change and the stock after each order on a page requested by its slug', async () => {
  const { client } = world.server;
  const { slug } = bodyOf(await client.get<{ slug: string }>(`/products/${world.product.id}`), 200);
  const currentPage = async (): Promise<TestProduct> => {
    const [first] = await fetchConcurrently(`/products/${slug}`);
    return (await first?.json()) as TestProduct;
  };
  for (const rate of [4_444, 5_555]) {
    await setRate(rate);
    const before = await currentPage();
    expect(before.ratePerUnit).toBe(rate);
    const order = await newOrder(world.server, world.people.owner, { [world.product.id]: 1 });
    expect((await currentPage()).quantityAvailable).toBe(before.quantityAvailable - 1);
    bodyOf(await client.as(world.people.owner).post(`/orders/${order.id}/cancel`), 200);
    expect((await currentPage()).quantityAvailable).toBe(before.quantityAvailable);
    const delivery = { reason: 'delivery', delta: 7 };
    const ledger = `/admin/products/${world.product.id}/stock-movements`;
    bodyOf(await client.as(world.people.manager).post(ledger, delivery), 201);
    expect((await currentPage()).quantityAvailable).toBe(before.quantityAvailable + 7);
  }
});

it('serves a cached response with the request’s own ID, and supports its ETag', async () => {
  const path = `/products/${world.product.id}`;
  await fetchConcurrently(path);
  const [cached] = await fetchConcurrently(path, { 'x-request-id': 'web-1' });
  expect(cached?.headers.get('x-request-id')).toBe('web-1');
  expect(world.server.logs()).toContain('"requestId":"web-1"');
  const etag = cached?.headers.get('etag') ?? '';
  const unchanged = await fetchConcurrently(path, { 'if-none-match': etag });
  expect(unchanged.map(({ status }) => status)).toEqual(Array(CONCURRENT_REQUESTS).fill(304));
  const head = await fetch(`${world.server.url}/api/v1${path}`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

it('does not share error responses', async () => {
  for (const [path, status] of [
    ['/products/00000000-0000-7000-8000-000000000000', 404],
    ['/products?limit=0', 400],
  ] as const) {
    const answers = await fetchConcurrently(path);
    expect(answers.map((answer) => answer.status)).toEqual(Array(CONCURRENT_REQUESTS).fill(status));
    const ids = await Promise.all(answers.map((answer) => answer.json() as Promise<{ requestId: string }>));
    expect(ids.map(({ requestId }) => requestId)).toEqual(
      answers.map(({ headers }) => headers.get('x-request-id')),
    );
    expect(new Set(ids.map(({ requestId }) => requestId)).size).toBe(CONCURRENT_REQUESTS);
  }
});
