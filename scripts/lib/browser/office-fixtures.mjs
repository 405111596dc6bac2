import { setTimeout as sleep } from 'node:timers/promises';
import { call } from '../build/api.mjs';

/** A file of which no row is right. */
const FAULTY_FILE = 'section,name,unitType,ratePerUnit\nNowhere,Lentils,heap,cheap\n,,kg,100\n';
/** Milliseconds between two looks at what is on its way. */
const PAUSE = 100;
const MAX_POLLS = 300;

/**
 * What the pages of the back office are shown with, in a store that has orders, products and requests that wait: what else
 * there has to be is made.
 *
 * @param {string} url
 * @param {{ username: string, password: string }} admin
 * @returns {Promise<import('../../../test/browser/office/pages.mjs').OfficeThings>}
 */
export async function officeThings(url, { username, password }) {
  const { accessToken } = await call(url, 'POST', '/auth/login', { body: { username, password } });
  const get = (path) => call(url, 'GET', `/admin${path}`, { accessToken });
  const post = (path, body) => call(url, 'POST', `/admin${path}`, { accessToken, body });
  const first = async (path) => (await get(path)).items[0];

  const form = new FormData();
  form.set('dryRun', 'true');
  form.set('file', new Blob([FAULTY_FILE], { type: 'text/csv' }), 'products.csv');
  const [order, product, request, sent] = await Promise.all([
    first('/orders?status=placed'),
    first('/products?sort=newest'),
    first('/section-requests?status=pending'),
    post('/imports/products', form),
    post('/exports', { kind: 'products', parameters: {} }),
  ]);
  await until(async () => (await get(`/imports/${sent.id}`)).status === 'invalid');
  await until(async () => (await first('/exports'))?.status === 'done');
  const mail = await until(() => first('/mails?kind=order-confirmation'));
  return {
    order: order.id,
    product: product.id,
    request: request.id,
    user: order.customer.id,
    faultyImport: sent.id,
    mail: mail.id,
  };
}

/** Looks until there is something, and gives it. */
async function until(look) {
  for (let looks = 0; looks < MAX_POLLS; looks += 1) {
    const found = await look();
    if (found) return found;
    await sleep(PAUSE);
  }
  throw new Error('What the store was asked for has not come.');
}
