import { createClient, type RedisClientType } from '@keyv/redis';
import { fillCart, newOrder } from '../factories/orders.js';
import { newUsername, register, signIn, type TestUser } from '../factories/users.js';
import { REQUESTS } from '../factories/valid-requests.js';
import { createStoreFixture, type StoreFixture } from '../factories/store-fixture.js';
import { OPERATIONS } from '../support/assertions/api-document.js';
import { rawRequest } from '../support/attacks/valid-request.js';
import { bodyOf } from '../support/clients/client.js';
import { sendRaw, type RawResponse } from '../support/clients/raw-request.js';
import { HAS_REDIS } from '../support/servers/redis.js';
import { startServer, type ServerProcess } from '../support/servers/server.js';
import { describeIf, ENGINE } from '../support/stores/engine.js';

let server: ServerProcess;
let fixture: StoreFixture;
beforeAll(async () => {
  server = await startServer();
  fixture = await createStoreFixture(server);
  const { product, users } = fixture;
  for (const [shopper, quantity] of [[users.owner, 2] as const, [users.another, 3] as const]) {
    await newOrder(server, shopper, { [product.id]: quantity });
    await fillCart(server, shopper, { [product.id]: quantity });
  }
});

/** Leaves out metrics, jobs and mails, which differ between any two reads. */
const READS = OPERATIONS.filter(
  ({ method, id }) => method === 'GET' && !['readMetrics', 'getJobs', 'listMails'].includes(id),
);

it.each(READS)('returns nothing of another user’s response for $path', async (operation) => {
  const { owner, another, admin } = fixture.users;
  const factory = REQUESTS[operation.id];
  if (factory === undefined) throw new Error(`${operation.id} : no valid request defined.`);
  const { headers: _, ...request } = rawRequest(operation, await factory(fixture, 'owner'));
  const requestAs = (user?: TestUser): Promise<RawResponse> =>
    sendRaw(server.url, {
      ...request,
      headers: user === undefined ? {} : { authorization: `Bearer ${user.accessToken}` },
    });
  const users = [owner, another, admin, undefined];
  const sequential: ReturnType<typeof comparable>[] = [];
  for (const user of users) sequential.push(comparable(await requestAs(user)));
  const concurrent = await Promise.all(
    Array.from({ length: 5 }, () => users)
      .flat()
      .map(requestAs),
  );
  concurrent.forEach((response, i) => expect(comparable(response)).toEqual(sequential[i % users.length]));
  concurrent.forEach(({ headers }, i) => {
    if (users[i % users.length] !== undefined) expect(headers['cache-control']).toBe('no-store');
  });
});

/** Returns a response without the fields that differ each time. */
function comparable({ status, text }: RawResponse): { status: number; text: string } {
  return { status, text: text.replace(/"(requestId|checkedAt|lastUsedAt|lastActivity|at)":"[^"]*"/g, '') };
}

describeIf(ENGINE === 'postgres' && HAS_REDIS)('cache entries in Redis', () => {
  it('contain no personal data', async () => {
    const { owner, another, admin, manager } = fixture.users;
    for (let i = 0; i < 20; i++) {
      for (const path of ['/cart', '/orders', '/users/me', '/section-requests'])
        bodyOf(await server.client.as(owner).get(path), 200);
      for (const path of ['/admin/users', '/admin/orders', '/admin/products', '/admin/audit-log'])
        await server.client.as(admin).get(path);
      const range = 'from=2026-01-01&to=2026-01-31&dormantDays=1';
      bodyOf(await server.client.as(admin).get(`/admin/reports/engagement?${range}`), 200);
      for (const path of [
        '/sections',
        '/products',
        `/products/${fixture.product.id}`,
        `/products/${fixture.product.id}/details`,
      ])
        bodyOf(await server.client.get(path), 200);
    }
    const entries = await contents(server.redis?.url ?? '');
    const cached = [...entries].filter(([key]) => key.startsWith('cache:'));
    expect(cached.length).toBeGreaterThan(3);
    for (const [key, value] of cached) {
      expect(key).toMatch(KEY);
      for (const { username, id } of [owner, another, admin, manager]) {
        expect(value.includes(username) && username !== 'admin').toBe(false);
        expect(value).not.toContain(id);
        expect(value).not.toContain('@');
      }
    }
  });
});

/** Keys of the cache entries that may exist. */
const KEY =
  /^cache:(catalog|reports|thesaurus):(generation$|:\d+:(sections|section|products|product|product-details|sales|stock|engagement|taxes|tax-rates|settings|thesaurus):)/;

/** Returns the string values in a Redis by key. */
async function contents(url: string): Promise<ReadonlyMap<string, string>> {
  const client = createClient({ url }) as RedisClientType;
  await client.connect();
  const entries = new Map<string, string>();
  for await (const keys of client.scanIterator({ COUNT: 1000 })) {
    for (const key of keys) {
      if ((await client.type(key)) === 'string') entries.set(key, (await client.get(key)) ?? '');
    }
  }
  client.destroy();
  return entries;
}

it('applies a suspension and a role change from the next request on', async () => {
  const asAdmin = server.client.as(fixture.users.admin);
  const username = newUsername();
  const id = await register(server, username);
  const user = await signIn(server, username);
  bodyOf(await server.client.as(user).get('/cart'), 200);
  bodyOf(await asAdmin.patch(`/admin/users/${id}`, { version: 1, role: 'store_manager' }), 200);
  expect((await server.client.as(user).get('/cart')).status).toBe(401);
  const reauthenticated = await signIn(server, username);
  expect((await server.client.as(reauthenticated).get('/cart')).status).toBe(403);
  bodyOf(await server.client.as(reauthenticated).get('/admin/products'), 200);
  bodyOf(await asAdmin.post(`/admin/users/${id}/suspend`, { reason: 'A test' }), 200);
  expect((await server.client.as(reauthenticated).get('/admin/products')).status).toBe(401);
});
