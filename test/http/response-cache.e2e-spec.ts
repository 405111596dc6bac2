import type { TestProduct } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { createStoreFixture, type StoreFixture } from '../factories/store-fixture.js';
import { bodyOf } from '../support/clients/client.js';
import { waitUntil } from '../support/servers/processes.js';
import { startServer } from '../support/servers/server.js';

/** Number of concurrent requests for the same URL. */
const CONCURRENT_REQUESTS = 40;
const METRICS_TOKEN = 'a-token-for-the-metrics';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await createStoreFixture(await startServer({ env: { METRICS_TOKEN, LOG_LEVEL: 'info' } }));
});

/**
 * Returns the responses to concurrent requests for a path, as fetch has them: with all headers, and without a token.
 */
async function fetchConcurrently(path: string, headers: Record<string, string> = {}): Promise<Response[]> {
  const send = (): Promise<Response> => fetch(`${fixture.server.url}/api/v1${path}`, { headers });
  return Promise.all(Array.from({ length: CONCURRENT_REQUESTS }, send));
}

/** Returns the headers that responses with the same content share. */
function sharedHeaders({ headers }: Response): Record<string, string> {
  const own = new Set(['x-request-id', 'date']);
  return Object.fromEntries([...headers].filter(([name]) => !own.has(name)));
}

/** Returns the cache counters: responses served from the cache, and requests to the catalog cache. */
async function readCounters(): Promise<{ served: number; requested: number }> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const text = await (await fetch(`${fixture.server.url}/metrics`, { headers })).text();
  const valueOf = (name: string): number => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
  return {
    served: valueOf('grocery_store_cache_answers_given_again_total'),
    requested: valueOf('grocery_store_cache_catalog_asked_total'),
  };
}

async function setRate(ratePerUnit: number): Promise<void> {
  const staff = fixture.server.client.as(fixture.users.manager);
  const { version } = bodyOf(await staff.get<TestProduct>(`/admin/products/${fixture.product.id}`), 200);
  bodyOf(await staff.patch(`/admin/products/${fixture.product.id}`, { version, ratePerUnit }), 200);
}

it('serves concurrent requests for a page the same response, each with its own request ID', async () => {
  for (const rate of [1_111, 2_222, 3_333]) {
    await setRate(rate);
    const before = await readCounters();
    const responses = await fetchConcurrently(`/products/${fixture.product.id}`);
    const after = await readCounters();
    // It is loaded again only if the entry has expired in the meantime.
    expect(after.served - before.served).toBeGreaterThan(CONCURRENT_REQUESTS / 2);
    expect(after.served - before.served + (after.requested - before.requested)).toBe(CONCURRENT_REQUESTS);
    const pages = await Promise.all(responses.map((response) => response.json() as Promise<TestProduct>));
    expect(pages.map(({ ratePerUnit }) => ratePerUnit)).toEqual(Array(CONCURRENT_REQUESTS).fill(rate));
    expect(new Set(responses.map(({ headers }) => headers.get('x-request-id'))).size).toBe(
      CONCURRENT_REQUESTS,
    );
    const [first] = responses.map(sharedHeaders);
    expect(first).toMatchObject({ 'x-content-type-options': 'nosniff', etag: expect.any(String) as string });
    for (const response of responses) expect(sharedHeaders(response)).toEqual(first);
  }
});

it('shows each change and the stock after each order on a page requested by its slug', async () => {
  const { client } = fixture.server;
  const { slug } = bodyOf(await client.get<{ slug: string }>(`/products/${fixture.product.id}`), 200);
  const currentPage = async (): Promise<TestProduct> => {
    const [first] = await fetchConcurrently(`/products/${slug}`);
    return (await first?.json()) as TestProduct;
  };
  for (const rate of [4_444, 5_555]) {
    await setRate(rate);
    const before = await currentPage();
    expect(before.ratePerUnit).toBe(rate);
    const order = await newOrder(fixture.server, fixture.users.owner, { [fixture.product.id]: 1 });
    expect((await currentPage()).quantityAvailable).toBe(before.quantityAvailable - 1);
    bodyOf(await client.as(fixture.users.owner).post(`/orders/${order.id}/cancel`), 200);
    expect((await currentPage()).quantityAvailable).toBe(before.quantityAvailable);
    const delivery = { reason: 'delivery', delta: 7 };
    const ledger = `/admin/products/${fixture.product.id}/stock-movements`;
    bodyOf(await client.as(fixture.users.manager).post(ledger, delivery), 201);
    expect((await currentPage()).quantityAvailable).toBe(before.quantityAvailable + 7);
  }
});

it('serves a cached response with the request’s own ID, and supports its ETag', async () => {
  const path = `/products/${fixture.product.id}`;
  await fetchConcurrently(path);
  const [cached] = await fetchConcurrently(path, { 'x-request-id': 'web-1' });
  expect(cached?.headers.get('x-request-id')).toBe('web-1');
  // The line is written after the response.
  await waitUntil(() => fixture.server.logs().includes('"requestId":"web-1"'));
  const etag = cached?.headers.get('etag') ?? '';
  const unchanged = await fetchConcurrently(path, { 'if-none-match': etag });
  expect(unchanged.map(({ status }) => status)).toEqual(Array(CONCURRENT_REQUESTS).fill(304));
  const head = await fetch(`${fixture.server.url}/api/v1${path}`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

it('does not share error responses', async () => {
  for (const [path, status] of [
    ['/products/00000000-0000-7000-8000-000000000000', 404],
    ['/products?limit=0', 400],
  ] as const) {
    const responses = await fetchConcurrently(path);
    expect(responses.map((response) => response.status)).toEqual(Array(CONCURRENT_REQUESTS).fill(status));
    const ids = await Promise.all(
      responses.map((response) => response.json() as Promise<{ requestId: string }>),
    );
    expect(ids.map(({ requestId }) => requestId)).toEqual(
      responses.map(({ headers }) => headers.get('x-request-id')),
    );
    expect(new Set(ids.map(({ requestId }) => requestId)).size).toBe(CONCURRENT_REQUESTS);
  }
});
