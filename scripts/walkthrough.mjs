import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { requireNode } from './lib/node-version.mjs';
import { isOnThisMachine } from './lib/this-machine.mjs';
import { inRoot } from './lib/root.mjs';
import { printError, print } from './lib/terminal.mjs';

/*
 * Walks through a running store as a new customer does: registers, searches, fills a cart and orders, then checks
 * stock and books. Exits with 1 at the first unexpected result.
 *
 *   npm run walkthrough [-- --url http://127.0.0.1:3000]
 */

requireNode();
const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://127.0.0.1:3000' } } });
const api = `${values.url.replace(/\/+$/, '')}/api/v1`;

/** Thrown if a result differs from what is expected. */
class UnexpectedResult extends Error {}

let token;
let steps = 0;

try {
  await runWalkthrough();
  print(`\nAll ${steps} steps passed.`);
} catch (error) {
  printError(`\n✗ ${error instanceof UnexpectedResult ? error.message : describeUnreachable(error)}`);
  process.exitCode = 1;
}

async function runWalkthrough() {
  const store = await get('/store');
  const money = (amount) => inCurrency(store, amount);
  step(`${store.name} is open. Its currency is ${store.currency}.`);

  const newcomer = await registerAndSignIn();
  step(`${newcomer} has registered and signed in.`);

  const tomatoes = await find('tomatoes', 'Tomatoes');
  const milk = await find('toned milk', 'Toned Milk 1 L');
  step(
    `Found ${tomatoes.name} at ${money(tomatoes.ratePerUnit)} a ${tomatoes.unitType}, and ${milk.name} at ${money(milk.ratePerUnit)}.`,
  );

  await call('PUT', `/cart/items/${tomatoes.id}`, 200, { quantity: 1.25 });
  const cart = await call('PUT', `/cart/items/${milk.id}`, 200, { quantity: 2 });
  const goods = priceOf(tomatoes, 1250) + priceOf(milk, 2000);
  const total = goods + chargesOf(goods, store.prices);
  expectEqual('Cart total', cart.total, total);
  step(
    `The cart holds 1.25 ${tomatoes.unitType} of ${tomatoes.name} and 2 of ${milk.name}: ${money(total)}.`,
  );

  const order = await checkout(total);
  expectEqual('Order total', order.total, total);
  expectEqual('Order status', order.status, 'placed');
  step(`Order ${order.number} is placed: ${money(order.total)}.`);

  expectEqual('Number of items left in the cart', (await get('/cart')).items.length, 0);
  step('The cart is empty.');

  await expectDeducted(tomatoes, 1.25);
  await expectDeducted(milk, 2);
  await checkBooks();
}

/** Returns what an order costs besides its goods, computed without the code of the store. */
function chargesOf(goods, { deliveryFee, freeDeliveryFrom, packingFee }) {
  return packingFee + (freeDeliveryFrom !== null && goods >= freeDeliveryFrom ? 0 : deliveryFee);
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
    throw new UnexpectedResult(
      `Searching for “${words}” finds no ${name}. Is it the demo store? Start it with DEMO=on.`,
    );
  }
  return product;
}

/** Sends the order twice with one key, as a client does whose first response got lost. Expects a single order. */
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
  const repeated = await call('POST', '/orders', 201, { address, expectedTotal }, headers);
  expectEqual('Order ID for the repeated key', repeated.id, order.id);
  return order;
}

/** Expects at least the ordered quantity, because other customers may be shopping too. */
async function expectDeducted(product, quantity) {
  const { quantityAvailable } = await get(`/products/${product.id}`);
  const deducted = product.quantityAvailable - quantityAvailable;
  if (deducted < quantity)
    throw new UnexpectedResult(`Stock fell by only ${deducted} of ${product.name}, expected ${quantity}.`);
  step(`${product.name}: ${product.quantityAvailable} before, ${quantityAvailable} left.`);
}

async function checkBooks() {
  const demo = readDemoAccounts();
  const admin = demo?.accounts.find((account) => account.role === 'admin');
  if (admin === undefined) {
    step(
      'Skipping the books: they need the admin of a demo store on this machine, from demo-accounts.json in DATA_DIR.',
    );
    return;
  }
  const signIn = { username: admin.username, password: demo.password };
  ({ accessToken: token } = await call('POST', '/auth/login', 200, signIn));
  const books = await get('/admin/books');
  if (!books.balanced) throw new UnexpectedResult(`The books do not balance: ${JSON.stringify(books)}`);
  step(`The books balance: ${books.products.checked} products, ${books.orders.checked} orders.`);
}

/** Returns the accounts of the demo store on this machine. Their passwords are sent to no other machine. */
function readDemoAccounts() {
  if (!isOnThisMachine(values.url)) return undefined;
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
    throw new UnexpectedResult(
      `${method} ${path} returned ${response.status}, expected ${status}:\n  ${text}`,
    );
  return JSON.parse(text);
}

function step(sentence) {
  steps += 1;
  print(`✓ ${sentence}`);
}

function expectEqual(label, actual, expected) {
  if (actual !== expected) throw new UnexpectedResult(`${label} is ${actual}, expected ${expected}.`);
}

/** Returns the price, rounded half up as in the store. */
function priceOf({ ratePerUnit }, thousandths) {
  return Math.floor((ratePerUnit * thousandths + 500) / 1000);
}

function inCurrency({ currency, locale }, minorUnits) {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(minorUnits / 10 ** format.resolvedOptions().maximumFractionDigits);
}

function describeUnreachable(error) {
  if (!(error instanceof TypeError)) return error.stack;
  return `No store is reachable at ${values.url} (${error.cause?.code ?? error.message}). Start one with npm start.`;
}
