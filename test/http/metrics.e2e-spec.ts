import { MINUTE_MS } from '../../src/platform/common/durations.js';
import { newId } from '../../src/platform/common/id.js';
import { newProduct, newSection } from '../factories/catalog.js';
import { newFailedEvent } from '../factories/failed-events.js';
import { newOrder } from '../factories/orders.js';
import { newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import type { Problem } from '../support/clients/client.js';
import { EventReader } from '../support/clients/event-reader.js';
import { waitUntil } from '../support/servers/processes.js';
import { startServer, type ServerProcess } from '../support/servers/server.js';

const TOKEN = 'a-token-of-the-scraper';

let server: ServerProcess;
let admin: TestUser;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
});

async function metrics(of: ServerProcess = server): Promise<string> {
  const response = await of.client.get<string>('//metrics');
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
  return response.body;
}

/** Returns the value of a series with the given name and labels, in any order. */
function valueOf(text: string, name: string, labels: Readonly<Record<string, string>> = {}): number {
  const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  const requested = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const match = lines.find((line) => requested.every((pair) => line.includes(pair)));
  return Number(match?.split(' ').at(-1) ?? NaN);
}

const PRODUCTS = { method: 'GET', route: '/api/v1/products/:id', status: '404' };

describe('GET /metrics', () => {
  it('counts each request under its route and not under its URL', async () => {
    const before = valueOf(await metrics(), 'http_request_duration_seconds_count', PRODUCTS) || 0;
    for (let i = 0; i < 5; i++) await server.client.get(`/products/no-product-${i}?limit=${i}`);
    await server.client.get('/there/is/no/such/route');
    const text = await metrics();
    expect(valueOf(text, 'http_request_duration_seconds_count', PRODUCTS)).toBe(before + 5);
    expect(valueOf(text, 'http_request_duration_seconds_sum', PRODUCTS)).toBeGreaterThan(0);
    expect(text).not.toMatch(/no-product|such\/route/);
  });

  it('returns metrics of the process', async () => {
    const text = await metrics();
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  });

  it('counts pending and failed events', async () => {
    await server.rows('UPDATE outbox_events SET completed_at = created_at WHERE completed_at IS NULL');
    const now = Date.now();
    const event = (createdAt: number): Promise<unknown> =>
      server.rows(
        `INSERT INTO outbox_events (id, type, subject, payload, created_at, dispatched_at)
         VALUES (?, 'orders.placed', 'order:1', '{}', ?, ?)`,
        [newId(), createdAt, now],
      );
    await event(now - 2 * MINUTE_MS);
    await event(now);
    await newFailedEvent(server);
    const text = await metrics();
    expect(valueOf(text, 'grocery_store_outbox_open_events')).toBe(2);
    expect(valueOf(text, 'grocery_store_outbox_failed_events')).toBe(1);
    expect(valueOf(text, 'grocery_store_outbox_oldest_open_event_seconds')).toBeGreaterThanOrEqual(120);
    expect(valueOf(text, 'grocery_store_outbox_oldest_open_event_seconds')).toBeLessThan(180);
  });

  it('counts open streams and excludes them from request durations', async () => {
    const reader = await EventReader.open(server.url, '/admin/dashboard/events', admin);
    expect(valueOf(await metrics(), 'grocery_store_event_streams_open')).toBe(1);
    reader.close();
    await reader.waitForEnd();
    await waitUntil(async () => valueOf(await metrics(), 'grocery_store_event_streams_open') === 0);
    expect(await metrics()).not.toContain('/api/v1/admin/dashboard/events');
  });
});

describe('metric of the books', () => {
  it('is 0 and counts discrepancies after manipulation of the data', async () => {
    expect(valueOf(await metrics(), 'grocery_store_books_differing')).toBe(0);

    const { id: sectionId } = await newSection(server, admin);
    const product = await newProduct(server, admin, { sectionId, quantityAvailable: 10 });
    const order = await newOrder(server, await newShopper(server), { [product.id]: 1 });
    await server.rows('UPDATE products SET quantity_available = quantity_available + 1 WHERE id = ?', [
      product.id,
    ]);
    await server.rows('UPDATE orders SET total = total + 1 WHERE id = ?', [order.id]);
    const other = await startServer({ location: await releaseLocation() });
    expect(valueOf(await metrics(other), 'grocery_store_books_differing')).toBe(2);
  });

  /** Stops the server and returns its location: on SQLite, only one process may use it. */
  async function releaseLocation() {
    await server.stop();
    return { dataDir: server.dataDir, databaseUrl: server.databaseUrl, redis: server.redis };
  }
});

describe('GET /metrics in production', () => {
  const PRODUCTION = { NODE_ENV: 'production', RATE_LIMITS: 'on' };

  it('requires the token', async () => {
    const store = await startServer({ env: { ...PRODUCTION, METRICS_TOKEN: TOKEN } });
    expect(await metricsStatus(store, `Bearer ${TOKEN}`)).toBe(200);
    for (const wrong of [undefined, 'Bearer nonsense', TOKEN, `Bearer ${TOKEN}x`])
      expect(await metricsStatus(store, wrong)).toBe(403);
  });

  it('returns 403 if no token is configured', async () => {
    const store = await startServer({ env: PRODUCTION });
    const response = await store.client.get<Problem>('//metrics');
    expect([response.status, response.body.code]).toEqual([403, 'ops.metrics-refused']);
  });

  async function metricsStatus(store: ServerProcess, authorization: string | undefined): Promise<number> {
    const client = authorization === undefined ? store.client : store.client.with({ authorization });
    return (await client.get('//metrics')).status;
  }
});
