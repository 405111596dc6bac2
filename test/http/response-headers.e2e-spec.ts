import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { sendRaw, type RawRequest } from '../support/clients/raw-request.js';
import { startServer, type Server } from '../support/servers/server.js';

/** In production, browsers reach the store over HTTPS. */
let server: Server;
let admin: TestUser;
beforeAll(async () => {
  server = await startServer({ env: { NODE_ENV: 'production', RATE_LIMITS: 'on' } });
  admin = await signInAdmin(server);
});

/** Status and headers of a response. */
interface Head {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

async function request(raw: Partial<RawRequest> & { path: string }): Promise<Head> {
  const { status, headers } = await sendRaw(server.url, { method: 'GET', ...raw });
  return { status, headers: headers as Head['headers'] };
}

/** Sends bytes on a connection of their own. */
async function exchange(bytes: string): Promise<Head> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.write(bytes);
  const [status = '', ...lines] = ((await text(socket)).split('\r\n\r\n')[0] ?? '').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  return { status: Number(status.split(' ')[1]), headers };
}

const HEADERS_OF_BROWSERS = { accept: 'text/html', 'accept-encoding': 'gzip' };
const bearer = (): Record<string, string> => ({ authorization: `Bearer ${admin.accessToken}` });

async function firstScriptOf(path: string): Promise<string> {
  const page = await sendRaw(server.url, { method: 'GET', path, headers: { accept: 'text/html' } });
  return /<script[^>]+src="([^"]+)"/.exec(page.text)?.[1] ?? 'none';
}

async function boardCookie(): Promise<string> {
  const response = await server.client.as(admin).post('/admin/queue-board/pass');
  return (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
}

/** Every kind of response, with the status that it has. */
const RESPONSES: readonly (readonly [label: string, status: number, () => Promise<Head>])[] = [
  ['the API', 200, () => request({ path: '/api/v1/store' })],
  ['the API for staff', 200, () => request({ path: '/api/v1/admin/users', headers: bearer() })],
  ['an invalid query', 400, () => request({ path: '/api/v1/products?limit=0' })],
  ['a missing token', 401, () => request({ path: '/api/v1/cart' })],
  ['an unknown route of the API', 404, () => request({ path: '/api/v1/nothing' })],
  ['an unknown file', 404, () => request({ path: '/assets/nothing.js' })],
  ['an unknown page', 404, () => request({ path: '/nothing', headers: HEADERS_OF_BROWSERS })],
  ['an unknown picture', 404, () => request({ path: '/media/nothing.webp' })],
  ['an unknown method', 404, () => request({ method: 'TRACE', path: '/api/v1/store' })],
  [
    'a body that is too large',
    413,
    () =>
      request({
        method: 'POST',
        path: '/api/v1/auth/login',
        headers: { 'content-type': 'application/json' },
        body: `{"username":"${'a'.repeat(20_000)}"}`,
      }),
  ],
  ['a URL that is too long', 414, () => request({ path: `/api/v1/products?q=${'a'.repeat(10_000)}` })],
  ['a part of a path that is too long', 404, () => request({ path: `/api/v1/products/${'a'.repeat(3000)}` })],
  [
    'a body of another type',
    415,
    () =>
      request({
        method: 'POST',
        path: '/api/v1/auth/login',
        headers: { 'content-type': 'application/xml' },
        body: '<a/>',
      }),
  ],
  [
    'many header fields',
    431,
    () =>
      request({
        path: '/health/live',
        headers: Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`x-${i}`, 'a'])),
      }),
  ],
  ['a path that is not encoded', 400, () => request({ path: '/api/v1/products/%zz' })],
  ['nonsense', 400, () => exchange('nonsense\r\n\r\n')],
  ['large headers', 431, () => exchange(`GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`)],
  ['another expectation', 417, () => exchange('GET / HTTP/1.1\r\nhost: a\r\nexpect: tea\r\n\r\n')],
  ['no Host', 400, () => exchange('GET /api/v1/store HTTP/1.1\r\n\r\n')],
  ['an empty Host', 400, () => exchange('GET /api/v1/store HTTP/1.1\r\nhost:\r\n\r\n')],
  ['a Host with a path', 400, () => exchange('GET /api/v1/store HTTP/1.1\r\nhost: a/b\r\n\r\n')],
  ['a Host with a user', 400, () => exchange('GET /api/v1/store HTTP/1.1\r\nhost: a@b\r\n\r\n')],
  ['two Hosts', 400, () => exchange('GET /api/v1/store HTTP/1.1\r\nhost: a\r\nHost: a\r\n\r\n')],
  ['the documentation', 200, () => request({ path: '/docs', headers: HEADERS_OF_BROWSERS })],
  ['a script of the documentation', 200, () => request({ path: '/docs/swagger-ui-init.js' })],
  ['a style sheet of the documentation', 200, () => request({ path: '/docs/swagger-ui.css' })],
  ['the API description', 200, () => request({ path: '/docs/openapi.json' })],
  ['the queue board without a token', 401, () => request({ path: '/queues' })],
  [
    'the queue board',
    200,
    async () => request({ path: '/queues', headers: { cookie: await boardCookie() } }),
  ],
  ['a page of the shop', 200, () => request({ path: '/', headers: HEADERS_OF_BROWSERS })],
  ['a script of the shop', 200, async () => request({ path: await firstScriptOf('/') })],
  ['a page of the back office', 200, () => request({ path: '/admin/', headers: HEADERS_OF_BROWSERS })],
  ['a script of the back office', 200, async () => request({ path: await firstScriptOf('/admin/') })],
  ['robots.txt', 200, () => request({ path: '/robots.txt' })],
  ['the web app manifest', 200, () => request({ path: '/manifest.webmanifest' })],
  ['the sitemap', 200, () => request({ path: '/sitemap.xml' })],
  ['liveness', 200, () => request({ path: '/health/live' })],
  ['the metrics', 403, () => request({ path: '/metrics' })],
  ['an event stream', 200, () => request({ path: '/api/v1/admin/dashboard/events', headers: bearer() })],
  [
    'a page to unsubscribe',
    400,
    () => request({ path: '/api/v1/mail/unsubscribe', headers: HEADERS_OF_BROWSERS }),
  ],
];

it.each(RESPONSES)('%s is answered with %i and all security headers', async (_, status, send) => {
  const { headers, ...head } = await send();
  expect(head.status).toBe(status);
  expect(headers['content-security-policy']).toMatch(/default-src '(none|self)'/);
  expect(headers['content-security-policy']).toContain('frame-ancestors');
  expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-frame-options']).toMatch(/^(DENY|SAMEORIGIN)$/);
  expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
  const type = headers['content-type'] ?? '';
  expect(type).toMatch(/^\w+\/[\w.+-]+/);
  if (/^text\/|xml|json/.test(type) && !type.startsWith('application/manifest'))
    expect(type).toMatch(/; ?charset=utf-8$/i);
});

it.each(['shop.example', 'shop.example:3000', '127.0.0.1:80', '[::1]:3000', 'my_host', 'xn--j1ay.xn--p1ai'])(
  'accepts the Host %s',
  async (host) => {
    const bytes = `GET /api/v1/store HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`;
    expect((await exchange(bytes)).status).toBe(200);
  },
);

it('accepts HTTP/1.0 without a Host, as simple health checks use it', async () => {
  expect((await exchange('GET /health/live HTTP/1.0\r\n\r\n')).status).toBe(200);
});

it('refuses two Hosts also where the response is cached', async () => {
  const get = (hosts: string): Promise<Head> =>
    exchange(`GET /api/v1/sections HTTP/1.1\r\n${hosts}connection: close\r\n\r\n`);
  expect((await get('host: a\r\n')).status).toBe(200);
  expect((await get('host: a\r\nhost: b\r\n')).status).toBe(400);
});

describe('cookies over HTTPS', () => {
  const signIn = async (): Promise<string[]> => {
    const { username, password } = await newShopper(server);
    return (await server.client.post('/auth/login', { username, password })).headers.getSetCookie();
  };
  const tokenIn = (cookie: string): string => /=([\w-]{43});/.exec(cookie)?.[1] ?? '';

  it('are bound to this host by their name', async () => {
    const [session = '', device = '', ...others] = await signIn();
    expect(others).toEqual([]);
    expect(device).toMatch(
      /^__Host-known_device=\S+; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(session).toMatch(
      /^__Host-refresh_token=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    const board = await server.client.as(admin).post('/admin/queue-board/pass');
    expect(board.headers.get('set-cookie')).toMatch(
      /^__Host-queue_board=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  it('are refreshed and removed under that name', async () => {
    const [session = ''] = await signIn();
    const cookie = session.split(';')[0] ?? '';
    const refreshed = await server.client.post('/auth/refresh', undefined, { cookie });
    expect(refreshed.status).toBe(200);
    const [next = ''] = refreshed.headers.getSetCookie();
    expect(next).toMatch(/^__Host-refresh_token=/);
    const out = await server.client.post('/auth/logout', undefined, { cookie: next.split(';')[0] ?? '' });
    expect(out.headers.getSetCookie()).toEqual([
      '__Host-refresh_token=; Max-Age=0; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Strict',
    ]);
  });

  // The specification of `refreshCookieOf` tests the day after which the old name means nothing.
  it('replace one under the name of earlier versions', async () => {
    const [session = ''] = await signIn();
    const cookie = `refresh_token=${tokenIn(session)}`;
    const response = await server.client.post('/auth/refresh', undefined, { cookie });
    expect(response.status).toBe(Date.now() < Date.UTC(2027, 1, 1) ? 200 : 401);
    const cookies = response.headers.getSetCookie();
    expect(cookies[0]).toMatch(/^__Host-refresh_token=/);
    expect(cookies[1]).toMatch(/^refresh_token=; Max-Age=0; Path=\/api\/v1\/auth;/);
  });
});
