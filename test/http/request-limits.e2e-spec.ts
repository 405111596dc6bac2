import { newManager, newShopper, type TestUser } from '../factories/users.js';
import type { ApiResponse, Problem } from '../support/clients/client.js';
import { HAS_WORKERS, serverAt, startServer, type Server } from '../support/servers/server.js';
import { afterFile, createStoreLocation, describeIf } from '../support/stores/engine.js';

const LIMITED = { RATE_LIMITS: 'on', REQUEST_LIMITS: 'exports=2, reports=3, searches=4, staff-searches=2' };
const RANGE = 'from=2026-01-01&to=2026-01-31';

let server: Server;
let manager: TestUser;
let another: TestUser;
beforeAll(async () => {
  server = await startServer({ env: LIMITED });
});
beforeEach(async () => {
  [manager, another] = await Promise.all([newManager(server), newManager(server)]);
});

const createExport = (user: TestUser, at = server): Promise<ApiResponse<Problem>> =>
  at.client.as(user).post('/admin/exports', { kind: 'products' });

const search = (words: string): Promise<ApiResponse<Problem>> => server.client.get(`/products?q=${words}`);

function expectLimited({ status, headers, body }: ApiResponse<Problem>): void {
  expect([status, body.code]).toEqual([429, 'request.too-many']);
  const seconds = Number(headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(body['retryAfterSeconds']).toBe(seconds);
  expect(body.detail).toContain(`${seconds} s`);
}

it('limits the requests of one account, and not those of another from the same address', async () => {
  for (let i = 0; i < 2; i++) expect((await createExport(manager)).status).toBe(202);
  expectLimited(await createExport(manager));
  expect((await createExport(another)).status).toBe(202);
});

it('counts requests of one kind together', async () => {
  const { client } = server;
  for (const path of [`sales?${RANGE}&groupBy=product`, `stock?${RANGE}`, `engagement?${RANGE}`])
    expect((await client.as(manager).get(`/admin/reports/${path}`)).status).toBe(200);
  expectLimited(await client.as(manager).get<Problem>(`/admin/reports/sales?${RANGE}&groupBy=section`));
});

it('does not count requests that are refused for another reason first', async () => {
  const shopper = await newShopper(server);
  for (let i = 0; i < 5; i++) expect((await createExport(shopper)).status).toBe(403);
});

it('limits searches by address, and neither lists without words nor cached responses', async () => {
  for (const words of ['tomato', 'milk', 'rice', 'ghee']) expect((await search(words)).status).toBe(200);
  expect((await search('ghee')).status).toBe(200);
  expectLimited(await search('dal'));
  expect((await server.client.get('/products?sort=name')).status).toBe(200);
  expect((await server.client.get('/products?q=')).status).toBe(200);
});

it('limits the searches of staff by account', async () => {
  const users = (words: string): Promise<ApiResponse<Problem>> =>
    server.client.as(manager).get(`/admin/products?q=${words}`);
  for (const words of ['a', 'b']) expect((await users(words)).status).toBe(200);
  expectLimited(await users('c'));
  expect((await server.client.as(manager).get('/admin/products')).status).toBe(200);
});

describeIf(HAS_WORKERS)('with Redis', () => {
  it('counts the requests to all processes together', async () => {
    const location = await createStoreLocation();
    const processes = [1, 2].map(() => serverAt(location, { ...LIMITED, ROLE: 'api' }));
    for (const each of processes) {
      afterFile(async () => {
        await each.stop();
      });
      await each.start();
    }
    const [first, second] = processes as unknown as [Server, Server];
    const user = await newManager(first);
    expect((await createExport(user, first)).status).toBe(202);
    expect((await createExport(user, second)).status).toBe(202);
    expectLimited(await createExport(user, first));
    expectLimited(await createExport(user, second));
  });
});
