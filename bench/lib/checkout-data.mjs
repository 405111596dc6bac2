import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONCURRENCY } from './load.mjs';

const PRODUCTS = 200;
const STOCK = 90_000;

/** Creates one shopper per connection and stocks the products that they buy. */
export async function prepareCheckoutData(url, dataDir) {
  const { password } = JSON.parse(await readFile(join(dataDir, 'demo-accounts.json'), 'utf8'));
  const manager = await signIn(url, 'manager', password);
  const products = await stockedProducts(url, manager.token);
  const run = randomUUID().slice(0, 8);
  const shoppers = await Promise.all(
    Array.from({ length: CONCURRENCY }, (_, i) => newShopper(url, `bench-${run}-${i}`)),
  );
  return { products, shoppers };
}

async function stockedProducts(url, token) {
  const { items } = await call(url, 'GET', '/admin/products?pageSize=100', { token });
  const { items: more } = await call(url, 'GET', '/admin/products?pageSize=100&page=2', { token });
  const products = [...items, ...more].filter((product) => 1 % product.quantityStep === 0).slice(0, PRODUCTS);
  for (const { id } of products) {
    await call(url, 'POST', `/admin/products/${id}/stock-movements`, {
      token,
      body: { reason: 'delivery', delta: STOCK },
    });
  }
  return products.map((product) => product.id);
}

async function newShopper(url, username) {
  const password = randomUUID();
  await call(url, 'POST', '/auth/register', {
    body: { username, email: `${username}@example.com`, password },
  });
  return signIn(url, username, password);
}

/** Signs in. Access tokens last five minutes, so each round of measuring starts with new ones. */
export async function signIn(url, username, password) {
  const { accessToken } = await call(url, 'POST', '/auth/login', { body: { username, password } });
  const { sub, sid } = JSON.parse(Buffer.from(accessToken.split('.')[1], 'base64url'));
  return { username, password, token: accessToken, userId: sub, sessionId: sid };
}

/**
 * Sends a request and returns the response body.
 *
 * @throws {Error} if it is refused
 */
export async function call(url, method, path, { token, body, headers } = {}) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      ...headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const result = await response.json();
  if (!response.ok)
    throw new Error(`${method} ${path} returned ${response.status}: ${JSON.stringify(result)}`);
  return result;
}
