import type { Server } from '../support/servers/server.js';
import {
  ESCAPED_NAME,
  inHead,
  openShopfront,
  requestPage,
  ROBOTS,
  TITLE,
} from '../support/servers/shopfront.js';

let server: Server;
beforeAll(async () => {
  ({ server } = await openShopfront());
});

it.each([
  '/nothing',
  '/products',
  '/products/no-such-product',
  '/products/00000000-0000-7000-8000-000000000000',
  '/sections/no-such-section',
  '/products/%E0%A4%A',
  '/%',
  '/products/%ff%fe',
  '/products/../../etc/passwd',
  '/..%2f..%2fetc%2fpasswd',
  '//evil.example/',
  '/products/a/b/c',
  '/products/__proto__',
  '/sections/constructor',
  "/products/' OR 1=1 --".replaceAll(' ', '%20'),
])('returns 404 for %.60s', async (path) => {
  const notFoundPage = await requestPage(server, path);
  expect(notFoundPage.status).toBe(404);
  expect(notFoundPage.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(inHead(notFoundPage, TITLE)).toBe(`Page not found · ${ESCAPED_NAME}`);
  expect(inHead(notFoundPage, ROBOTS)).toBe('noindex');
  expect(notFoundPage.html).toContain('<div id="app"></div>');
});

it.each([
  [400, '/%00'],
  [400, '/products/%00'],
  [400, `/sections/x?${'q=1&'.repeat(100)}`],
  [414, `/${'a'.repeat(10_000)}`],
  [414, `/products/${'%41'.repeat(3_000)}`],
])('returns %d for %.60s', async (status, path) => {
  const refused = await requestPage(server, path);
  expect(refused.status).toBe(status);
  expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
});
