import { setTimeout as sleep } from 'node:timers/promises';
import { call } from '../build/api.mjs';

/** CSV file without a single valid row. */
const FAULTY_FILE = 'section,name,unitType,ratePerUnit\nNowhere,Lentils,heap,cheap\n,,kg,100\n';
const POLL_INTERVAL_MS = 100;
/** Many, because jobs wait for their turn on a busy machine. */
const MAX_POLLS = 1800;

/**
 * Creates the data for the back office's pages in a store that has orders, products and pending requests.
 *
 * @param {string} url
 * @param {{ username: string, password: string }} admin
 * @returns {Promise<import('../../../test/browser/office/pages.mjs').OfficeFixtures>}
 */
export async function createOfficeFixtures(url, { username, password }) {
  const { accessToken } = await call(url, 'POST', '/auth/login', { body: { username, password } });
  const get = (path) => call(url, 'GET', `/admin${path}`, { accessToken });
  const post = (path, body) => call(url, 'POST', `/admin${path}`, { accessToken, body });
  const first = async (path) => (await get(path)).items[0];

  const form = new FormData();
  form.set('dryRun', 'true');
  form.set('file', new Blob([FAULTY_FILE], { type: 'text/csv' }), 'products.csv');
  const [order, product, request, productImport] = await Promise.all([
    first('/orders?status=placed'),
    first('/products?sort=newest'),
    first('/section-requests?status=pending'),
    post('/imports/products', form),
    post('/exports', { kind: 'products', parameters: {} }),
  ]);
  await poll(async () => (await get(`/imports/${productImport.id}`)).status === 'invalid');
  await poll(async () => (await first('/exports'))?.status === 'done');
  const mail = await poll(() => first('/mails?kind=order-confirmation'));
  return {
    order: order.id,
    product: product.id,
    request: request.id,
    user: order.customer.id,
    faultyImport: productImport.id,
    mail: mail.id,
  };
}

/** Polls until `read` returns a truthy value, and returns it. */
async function poll(read) {
  for (let polls = 0; polls < MAX_POLLS; polls += 1) {
    const result = await read();
    if (result) return result;
    await sleep(POLL_INTERVAL_MS);
  }
  throw new Error(`Timed out after ${MAX_POLLS} polls.`);
}
