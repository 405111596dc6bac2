import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { newProduct, newSection } from '../factories/catalog.js';
import { newQueuedImport } from '../factories/files.js';
import { newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { OPERATIONS } from '../support/assertions/api-document.js';
import { bodyOf, type Problem } from '../support/clients/client.js';
import { sendRaw, type RawResponse } from '../support/clients/raw-request.js';
import { startServer, type Server } from '../support/servers/server.js';

let server: Server;
let admin: TestUser;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
});

const get = (path: string, headers: Record<string, string> = {}): Promise<RawResponse> =>
  sendRaw(server.url, { method: 'GET', path, headers });

const problemIn = (response: RawResponse): Problem => JSON.parse(response.text) as Problem;

describe('problem responses', () => {
  it('follow RFC 9457', async () => {
    const response = await get('/api/v1/products?limit=0');
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(problemIn(response)).toEqual({
      type: 'urn:grocery-store:problem:request.invalid',
      title: expect.any(String) as string,
      status: 400,
      detail: expect.any(String) as string,
      instance: '/api/v1/products?limit=0',
      code: 'request.invalid',
      requestId: response.headers['x-request-id'],
      errors: [
        {
          field: 'limit',
          code: expect.stringMatching(/^field\./) as string,
          message: expect.any(String) as string,
        },
      ],
    });
  });

  it.each([
    ['GET', '/api/v1/nothing', 404, 'request.no-such-route'],
    ['GET', '/api/v1', 404, 'request.no-such-route'],
    ['GET', '/nothing.js', 404, 'request.no-such-route'],
    ['GET', '/assets/nothing.js', 404, 'request.no-such-route'],
    ['GET', '/admin/assets/nothing.js', 404, 'request.no-such-route'],
    ['GET', '/.env', 404, 'request.no-such-route'],
    ['GET', '/.git/config', 404, 'request.no-such-route'],
    ['GET', '/media/', 404, 'request.no-such-route'],
    ['GET', '/media/../store.sqlite', 404, 'request.no-such-route'],
    ['DELETE', '/api/v1/products', 404, 'request.no-such-route'],
    ['TRACE', '/api/v1/products', 404, 'request.no-such-route'],
    ['GET', '/api/v1/cart', 401, 'auth.unauthenticated'],
    ['GET', '/api/v1/products/nothing', 404, 'catalog.product-not-found'],
    ['GET', '/api/v1/products?toString=1', 400, 'request.invalid'],
  ])('answer %s %s with %i %s', async (method, path, status, code) => {
    const response = await sendRaw(server.url, { method, path });
    expect(response.status).toBe(status);
    expect(problemIn(response)).toMatchObject({
      status,
      code,
      instance: path,
      requestId: response.headers['x-request-id'],
    });
  });

  it('are sent for unknown API, media and health paths, even if HTML is accepted', async () => {
    for (const path of ['/api/v1/nothing', '/media/nothing.webp', '/health/nothing']) {
      const response = await get(path, { accept: 'text/html' });
      expect([response.status, response.headers['content-type']]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
  });
});

describe('malformed HTTP', () => {
  const VALID = 'GET /api/v1/store HTTP/1.1\r\nhost: store\r\n\r\n';

  it.each([
    ['nonsense', 400],
    [`GET / HTTP/1.1\r\nhost: store\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('is refused with a problem on a connection that has served a request: %#', async (nonsense, status) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(VALID);
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString()).toMatch(/^HTTP\/1.1 200 /);
    socket.write(`${nonsense}\r\n\r\n`);
    const second = await text(socket);
    expect(second).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(second).toContain('application/problem+json');
  });

  it('does not affect the response to the previous request', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(`${VALID}nonsense\r\n\r\n`);
    const responses = await text(socket);
    expect(responses.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200']);
  });
});

describe('IDs', () => {
  it('are case-sensitive on both databases', async () => {
    const { id: sectionId } = await newSection(server, admin);
    const { id } = await newProduct(server, admin, { sectionId });
    const shopper = server.client.as(await newShopper(server));
    expect((await shopper.get(`/products/${id}`)).status).toBe(200);
    expect((await shopper.get(`/products/${id.toUpperCase()}`)).status).toBe(404);
    expect((await shopper.put(`/cart/items/${id.toUpperCase()}`, { quantity: 1 })).status).toBe(404);
    const items = [{ productId: id.toUpperCase(), quantity: 1 }];
    expect((await shopper.post('/cart/merge', { items })).status).toBe(400);
  });
});

describe('request IDs', () => {
  it('are taken from the client if they are safe, and generated otherwise', async () => {
    const idFor = async (id: string): Promise<unknown> =>
      (await get('/api/v1/store', { 'x-request-id': id })).headers['x-request-id'];
    expect(await idFor('web-7f3a.1_2')).toBe('web-7f3a.1_2');
    for (const id of ['<script>', 'a b', 'a'.repeat(65), 'é', ''])
      expect(await idFor(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-/);
    expect(await idFor('<script>')).not.toBe(await idFor('<script>'));
  });
});

describe('security headers', () => {
  it.each([
    ['/api/v1/store', 'none'],
    ['/api/v1/nothing', 'none'],
    ['/health/live', 'self'],
    ['/media/nothing.webp', 'self'],
  ])('protect the browser on %s', async (path, source) => {
    const { headers } = await get(path);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain(`default-src '${source}'`);
    // A default-src of 'none' covers object-src as well.
    if (source !== 'none') expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-(inline|eval)|\*/);
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['server']).toBeUndefined();
  });

  it('include HSTS only in production', async () => {
    expect((await get('/api/v1/store')).headers['strict-transport-security']).toBeUndefined();
    const shop = await startServer({ env: { NODE_ENV: 'production', RATE_LIMITS: 'on' } });
    const { headers } = await sendRaw(shop.url, { method: 'GET', path: '/api/v1/store' });
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
  });

  it('allow no cross-origin reads', async () => {
    const origin = 'https://evil.example';
    const responses = [
      await get('/api/v1/products', { origin }),
      await get('/api/v1/users/me', { origin, authorization: `Bearer ${admin.accessToken}` }),
      await sendRaw(server.url, {
        method: 'OPTIONS',
        path: '/api/v1/orders',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization',
        },
      }),
    ];
    for (const { headers } of responses)
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(responses[2]?.status).toBe(404);
  });

  it('forbid caching of personal and error responses', async () => {
    const authorization = `Bearer ${(await newShopper(server)).accessToken}`;
    for (const path of [
      '/users/me',
      '/users/me/sessions',
      '/cart',
      '/orders',
      '/section-requests',
      '/products',
      '/admin/users',
    ])
      expect((await get(`/api/v1${path}`, { authorization })).headers['cache-control']).toBe('no-store');
    for (const path of ['/products/nothing', '/cart', '/products?limit=0'])
      expect((await get(`/api/v1${path}`)).headers['cache-control']).toBe('no-store');
  });

  it('match an empty body for HEAD', async () => {
    const head = await sendRaw(server.url, { method: 'HEAD', path: '/api/v1/store' });
    expect([head.status, head.text]).toEqual([200, '']);
  });
});

describe('lists', () => {
  const lists = OPERATIONS.filter(
    ({ method, parameters }) =>
      method === 'GET' && parameters.some(({ name }) => name === 'limit' || name === 'pageSize'),
  );

  it('are all bounded', () => {
    expect(lists.length).toBeGreaterThanOrEqual(9);
  });

  it.each(lists)('return at most 100 items at $method $path', async ({ path, parameters, id }) => {
    const name = parameters.some((parameter) => parameter.name === 'limit') ? 'limit' : 'pageSize';
    const isForShoppers = ['listOrders'].includes(id);
    const user = isForShoppers ? await newShopper(server) : admin;
    const { id: sectionId } = await newSection(server, admin);
    const product = await newProduct(server, admin, { sectionId });
    const subjectOf = async (): Promise<string> => {
      if (path.includes('/imports/')) return newQueuedImport(server, admin.id);
      return path.includes('/customers/') ? (await newShopper(server)).id : product.id;
    };
    const range = path.includes('/reports/') ? 'from=2026-01-01&to=2026-01-31&' : '';
    const grouping = id === 'getSalesReport' ? 'groupBy=product&' : '';
    const url = `${path.replace(/\{\w+\}/, await subjectOf())}?${range}${grouping}`;
    const headers = { authorization: `Bearer ${user.accessToken}` };
    expect((await get(`${url}${name}=100`, headers)).status).toBe(200);
    for (const size of ['101', '0', '-1', '1.5', '1e2', '1e9', 'all', ''])
      if (Number(size) !== 100)
        expect([size, (await get(`${url}${name}=${size}`, headers)).status]).toEqual([size, 400]);
  });
});

describe('health endpoints', () => {
  it('respond to anonymous requests with 200', async () => {
    expect(bodyOf(await server.client.get('//health/live'), 200)).toEqual({ status: 'ok' });
    expect(bodyOf(await server.client.get('//health/ready'), 200)).toEqual({ status: 'ok' });
  });
});

describe('API description', () => {
  it('is served with its documentation pages', async () => {
    const description = await get('/docs/openapi.json');
    const { paths } = JSON.parse(description.text) as { paths: Record<string, object> };
    expect(Object.keys(paths).sort()).toEqual([...new Set(OPERATIONS.map(({ path }) => path))].sort());
    expect((await get('/docs', { accept: 'text/html' })).status).toBeLessThan(400);
  });
});
