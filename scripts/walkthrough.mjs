import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { requireNode } from './lib/node-version.mjs';
import { inRoot } from './lib/root.mjs';
import { complain, print } from './lib/terminal.mjs';

/*
 * Walks through a store that is running, as a newcomer does: registers, searches, fills a cart, orders, and looks
 * whether stock and books are right afterwards. Ends with 1 at the first surprise.
 *
 *   npm run walkthrough [-- --url http://127.0.0.1:3000]
 */

requireNode();
const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://127.0.0.1:3000' } } });
const api = `${values.url.replace(/\/+$/, '')}/api/v1`;

/** Something is not as it must be. */
class Surprise extends Error {}

let token;
let steps = 0;

try {
  await walk();
  print(`\nAll ${steps} steps went as they should.`);
} catch (error) {
  complain(`\n✗ ${error instanceof Surprise ? error.message : whyUnreachable(error)}`);
  process.exitCode = 1;
}

async function walk() {
  const store = await get('/store');
  const money = (amount) => inCurrency(store, amount);
  step(`${store.name} is open, and counts in ${store.currency}.`);

  const newcomer = await registerAndSignIn();
  step(`${newcomer} has registered and signed in.`);

  const tomatoes = await find('tomatoes', 'Tomatoes');
  const milk = await find('toned milk', 'Toned Milk 1 L');
  step(
    `Found ${tomatoes.name} at ${money(tomatoes.ratePerUnit)} a ${tomatoes.unitType}, and ${milk.name} at ${money(milk.ratePerUnit)}.`,
  );

  await call('PUT', `/cart/items/${tomatoes.id}`, 200, { quantity: 1.25 });
  const cart = await call('PUT', `/cart/items/${milk.id}`, 200, { quantity: 2 });
  const total = priceOf(tomatoes, 1250) + priceOf(milk, 2000);
  expectSame('The total of the cart', cart.total, total);
  step(
    `The cart holds 1.25 ${tomatoes.unitType} of ${tomatoes.name} and 2 of ${milk.name}: ${money(total)}.`,
  );

  const order = await checkout(total);
  expectSame('The total of the order', order.total, total);
  expectSame('The status of the order', order.status, 'placed');
  step(`Order ${order.number} is placed: ${money(order.total)}.`);

  expectSame('What is left in the cart', (await get('/cart')).items.length, 0);
  step('The cart is empty.');

  await expectTaken(tomatoes, 1.25);
  await expectTaken(milk, 2);
  await lookIntoTheBooks();
}

async function registerAndSignIn() {
  const username = `walker-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 6)}`;
  const password = `on-foot-${Math.random().toString(36).slice(2)}-today`;
  await call('POST', '/auth/register', 201, { username, email: `${username}@example.com`, password });
  ({ accessToken: token } = await call('POST', '/auth/login', 200, { username, password }));
  return username;
}

async function find(words, name) {
  const { items } = await get(`/products?${new URLSearchParams({ q: words, inStock: 'true' })}`);
  const product = items.find((item) => item.name === name);
  if (product === undefined) {
    throw new Surprise(
      `Searching for “${words}” finds no ${name}. Is it the demo store? Start it with DEMO=on.`,
    );
  }
  return product;
}

/** Sends the order twice with one key, as a client does whose first answer got lost: it is one order. */
async function checkout(expectedTotal) {
  const address = {
    name: 'Asha Rao',
    phone: '+91 98450 12345',
    line1: '14, 3rd Cross',
    city: 'Bengaluru',
    postalCode: '560003',
  };
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const order = await call('POST', '/orders', 201, { address, expectedTotal }, headers);
  const again = await call('POST', '/orders', 201, { address, expectedTotal }, headers);
  expectSame('The order that the same key gives again', again.id, order.id);
  return order;
}

/** Others may be shopping as well: at least what was ordered is gone. */
async function expectTaken(product, quantity) {
  const { quantityAvailable } = await get(`/products/${product.id}`);
  const taken = product.quantityAvailable - quantityAvailable;
  if (taken < quantity)
    throw new Surprise(`Only ${taken} of ${product.name} left the shelf, and not ${quantity}.`);
  step(`${product.name}: ${product.quantityAvailable} before, ${quantityAvailable} left.`);
}

async function lookIntoTheBooks() {
  const demo = readDemoAccounts();
  const admin = demo?.accounts.find((account) => account.role === 'admin');
  if (admin === undefined) {
    step(
      'The books are left out: they are for admins, and there is no demo-accounts.json with one in DATA_DIR.',
    );
    return;
  }
  const signIn = { username: admin.username, password: demo.password };
  ({ accessToken: token } = await call('POST', '/auth/login', 200, signIn));
  const books = await get('/admin/books');
  if (!books.balanced) throw new Surprise(`The books do not balance: ${JSON.stringify(books)}`);
  step(`The books balance: ${books.products.checked} products, ${books.orders.checked} orders.`);
}

function readDemoAccounts() {
  try {
    return JSON.parse(
      readFileSync(join(process.env.DATA_DIR ?? inRoot('data'), 'demo-accounts.json'), 'utf8'),
    );
  } catch {
    return undefined;
  }
}

function get(path) {
  return call('GET', path, 200);
}

async function call(method, path, status, body, headers = {}) {
  const response = await fetch(api + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status !== status)
    throw new Surprise(`${method} ${path} answered ${response.status}, not ${status}:\n  ${text}`);
  return JSON.parse(text);
}

function step(sentence) {
  steps += 1;
  print(`✓ ${sentence}`);
}

function expectSame(what, found, expected) {
  if (found !== expected) throw new Surprise(`${what} is ${found}, and should be ${expected}.`);
}

/** Half up, as the store reckons. */
function priceOf({ ratePerUnit }, thousandths) {
  return Math.floor((ratePerUnit * thousandths + 500) / 1000);
}

function inCurrency({ currency, locale }, minorUnits) {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(minorUnits / 10 ** format.resolvedOptions().maximumFractionDigits);
}

function whyUnreachable(error) {
  if (!(error instanceof TypeError)) return error.stack;
  return `No store answers at ${values.url} (${error.cause?.code ?? error.message}). Start one with npm start.`;
}
