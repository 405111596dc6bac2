import fastify, { type FastifyInstance } from 'fastify';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import multipart from '@fastify/multipart';
import { limitRequests } from '../../src/platform/http/limits/limit-requests.js';
import { FORM_LIMITS, MAX_BODY_BYTES } from '../../src/platform/http/limits/request-limits.js';
import { acceptOnlyJson } from '../../src/platform/http/plugins/body-parsers.js';
import { EarlyResponses } from '../../src/platform/http/plugins/connection-errors.js';
import { refuseInvalidHosts } from '../../src/platform/http/plugins/host-header.js';
import { securityHeaders, setSecurityHeaders } from '../../src/platform/http/plugins/security-headers.js';

let server: FastifyInstance;
beforeAll(async () => {
  const headers = await securityHeaders(true);
  server = fastify({
    bodyLimit: MAX_BODY_BYTES.anonymous,
    http: { requireHostHeader: false },
  });
  acceptOnlyJson(server);
  refuseInvalidHosts(server, new EarlyResponses(headers.data));
  setSecurityHeaders(server, headers);
  limitRequests(server);
  await server.register(multipart, { limits: FORM_LIMITS });
  const answer = async (): Promise<object> => ({ ok: true });
  server.get('/any', answer);
  server.post('/anyone', answer);
  server.post('/signed-in', { config: { isForSignedIn: true } }, answer);
  server.post('/bulk', { config: { isForSignedIn: true, isBulk: true } }, answer);
  server.post('/form', { config: { form: { maxFileBytes: 1000 } } }, async (request) => {
    for await (const part of request.parts()) if (part.type === 'file') await part.toBuffer();
    return { ok: true };
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

const post = async (url: string, payload: string): Promise<number> => {
  const headers = { 'content-type': 'application/json' };
  return (await server.inject({ method: 'POST', url, headers, payload })).statusCode;
};

/** JSON of this many bytes: spaces after it belong to it. */
const bodyOf = (bytes: number): string => `{"name":"${'a'.repeat(5000)}"}`.padEnd(bytes);

it.each([
  ['/anyone', MAX_BODY_BYTES.anonymous],
  ['/signed-in', MAX_BODY_BYTES.signedIn],
  ['/bulk', MAX_BODY_BYTES.bulk],
  ['/unknown', MAX_BODY_BYTES.anonymous],
])('limits a body at %s to %i bytes', async (url, bytes) => {
  expect(await post(url, bodyOf(bytes))).toBe(url === '/unknown' ? 404 : 200);
  expect(await post(url, bodyOf(bytes + 1))).toBe(413);
});

it('inspects a body before the route reads it', async () => {
  const members = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`m${i}`, i]));
  // The store's filter makes it a 400. Without the filter, the refusal is any error.
  expect(await post('/anyone', JSON.stringify(members))).toBeGreaterThanOrEqual(400);
});

it.each([
  ['8,192 characters', `/any?q=${'a'.repeat(8192 - 7)}`, '/any?q=', 'a'],
  ['50 parameters', `/any?${Array(50).fill('a=1').join('&')}`, '/any?', '&a=1'],
])('limits a URL to %s', async (_, url, __, more) => {
  expect((await server.inject(url)).statusCode).not.toBe(414);
  expect((await server.inject(url + more)).statusCode).toBeGreaterThanOrEqual(400);
});

it('limits the number of header fields', async () => {
  const fields = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`x-${i}`, 'a']));
  expect((await server.inject({ url: '/any', headers: fields(90) })).statusCode).toBe(200);
  const refused = await server.inject({ url: '/any', headers: fields(120) });
  expect(refused.statusCode).toBeGreaterThanOrEqual(400);
  expect(refused.headers).toMatchObject({ connection: 'close', 'x-content-type-options': 'nosniff' });
});

it('refuses a form that declares more than its file may have', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const response = await server.inject({
    method: 'POST',
    url: '/form',
    headers,
    payload: 'a'.repeat(80_000),
  });
  expect(response.statusCode).toBeGreaterThanOrEqual(400);
});

/** Sends a request on a connection of its own. Returns the status and the headers as text. */
async function exchange(lines: readonly string[]): Promise<string> {
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(`${[...lines, 'connection: close'].join('\r\n')}\r\n\r\n`);
  return (await text(socket)).toLowerCase();
}

const GET = 'GET /any HTTP/1.1';

it.each([
  ['no Host', [GET], 400],
  ['an empty Host', [GET, 'host:'], 400],
  ['two Hosts', [GET, 'host: a', 'Host: b'], 400],
  ['the same Host twice', [GET, 'host: a', 'host: a'], 400],
  ['a Host with a path', [GET, 'host: a/b'], 400],
  ['a Host with a user', [GET, 'host: a@b'], 400],
  ['a Host with a space', [GET, 'host: a b'], 400],
  ['a Host with a long port', [GET, 'host: a:123456'], 400],
  ['another expectation', [GET, 'host: a', 'expect: tea'], 417],
])('answers %s itself, with all headers', async (_, lines, status) => {
  const response = await exchange(lines);
  expect(response).toMatch(new RegExp(`^http/1.1 ${status} `));
  expect(response).toContain("content-security-policy: default-src 'none'");
  expect(response).toContain('strict-transport-security: max-age=31536000');
  expect(response).toContain('x-content-type-options: nosniff');
  expect(response).toContain('content-type: application/problem+json; charset=utf-8');
});

it.each([
  [[GET, 'host: shop.example']],
  [[GET, 'host: shop.example:3000']],
  [[GET, 'host: 127.0.0.1:80']],
  [[GET, 'host: [::1]:3000']],
  [[GET, 'host: my_host']],
  [['GET /any HTTP/1.0']],
])('accepts %j', async (lines) => {
  expect(await exchange(lines)).toMatch(/^http\/1.1 200 /);
});
