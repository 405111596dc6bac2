import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from '../build/api.mjs';
import { inRoot } from '../root.mjs';

/** Demo accounts that visit the pages. */
const SHOPPER = 'asha';
const ADMIN = 'owner';
const MANAGER = 'manager';
const ADDRESS = {
  name: 'Asha Rao',
  phone: '+91 98450 12345',
  line1: '14, 3rd Cross, Malleshwaram',
  city: 'Bengaluru',
  postalCode: '560003',
};

/**
 * Starts the built store on a free port, with the demo store in a temporary folder that is removed on stop.
 *
 * @typedef {{ username: string, password: string }} Account
 * @returns {Promise<{ url: string, shopper: Account, admin: Account, manager: Account, stop: () => Promise<void> }>}
 */
export async function startDemoStore() {
  const folder = await mkdtemp(join(tmpdir(), 'grocery-store-shown-'));
  const args = [
    '--import',
    inRoot('test', 'support', 'servers', 'end-with-parent.mjs'),
    inRoot('dist', 'main.js'),
  ];
  const child = spawn(process.execPath, args, {
    cwd: inRoot(),
    env: {
      PATH: process.env.PATH,
      DATA_DIR: folder,
      DEMO: 'on',
      PORT: '0',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const url = await readyUrl(child);
    const { password } = JSON.parse(await readFile(join(folder, 'demo-accounts.json'), 'utf8'));
    const [shopper, admin, manager] = [SHOPPER, ADMIN, MANAGER].map((username) => ({ username, password }));
    return { url, shopper, admin, manager, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readyUrl(child) {
  let output = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    output += chunk;
    const [, url] = /(http:\/\/127\.0\.0\.1:\d+)/.exec(output) ?? [];
    if (url !== undefined) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error(`Store exited before it was ready:\n${output}`);
}

/**
 * Creates the data for the shop's pages: a section, a product, an order that the shopper has just placed, and a
 * filled cart.
 *
 * @param {string} url
 * @param {{ username: string, password: string }} shopper
 * @returns {Promise<import('../../../test/browser/shop/pages.mjs').ShopFixtures>}
 */
export async function createShopFixtures(url, shopper) {
  const { accessToken } = await call(url, 'POST', '/auth/login', { body: shopper });
  const { items } = await call(url, 'GET', '/products?limit=6&inStock=true');
  const fill = async () => {
    for (const { id, quantityStep } of items.slice(0, 3)) {
      await call(url, 'PUT', `/cart/items/${id}`, { accessToken, body: { quantity: quantityStep } });
    }
  };
  await fill();
  const order = await call(url, 'POST', '/orders', { accessToken, body: { address: ADDRESS } });
  await fill();
  const sections = await call(url, 'GET', '/sections');
  const section = (sections.items ?? sections).find(({ id }) => id === items[0].sectionId);
  return { section: section.slug, product: items[0].slug, words: 'rice', order: order.id };
}
