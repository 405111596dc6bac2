import { setTimeout as sleep } from 'node:timers/promises';
import { call } from '../build/api.mjs';

/** CSV file without a single valid row. */
const FAULTY_FILE = 'section,name,unitType,ratePerUnit\nNowhere,Lentils,heap,cheap\n,,kg,100\n';
const CUSTOMER_FILE = 'email,name\nlata.kulkarni@example.com,Lata Kulkarni\n';
/** Number of the past order that is imported. */
const REFERENCE = '#1042';
const POLL_INTERVAL_MS = 100;
/** Many, because jobs wait for their turn on a busy machine. */
const MAX_POLLS = 1800;

/**
 * Creates the data for the back office's pages in a store that has orders, also one that has left, products and pending requests.
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

  const [order, document, product, request, productImport, customerImport] = await Promise.all([
    first('/orders?status=placed'),
    first('/documents'),
    first('/products?sort=newest'),
    first('/section-requests?status=pending'),
    post('/imports/products', formWith(FAULTY_FILE, 'products.csv', 'true')),
    post('/imports/customers', formWith(CUSTOMER_FILE, 'customers.csv', 'false')),
    post('/exports', { kind: 'products', parameters: {} }),
  ]);
  const sheet = await post('/stock-sheets', { kind: 'delivery' });
  const countSheet = await post('/stock-sheets', { kind: 'count', sectionId: product.sectionId });
  const line = { productId: product.id, unitType: product.unitType, quantity: 12 };
  const saved = { version: 1, supplier: 'Nandi Farms', note: '', lines: [line] };
  await call(url, 'PUT', `/admin/stock-sheets/${sheet.id}`, { accessToken, body: saved });
  await poll(async () => (await get(`/imports/${productImport.id}`)).status === 'invalid');
  await poll(async () => (await get(`/imports/${customerImport.id}`)).status === 'done');
  await poll(async () => (await first('/exports'))?.status === 'done');
  const pastOrders = [
    'order,date,email,section,item,quantity,rate',
    `${REFERENCE},2024-03-01 18:05,lata.kulkarni@example.com,${quoted(product.sectionName)},${quoted(product.name)},2,45`,
  ];
  const orderImport = await post('/imports/orders', formWith(pastOrders.join('\n'), 'orders.csv', 'false'));
  await poll(async () => (await get(`/imports/${orderImport.id}`)).status === 'done');
  const mail = await poll(() => first('/mails?kind=order-confirmation'));
  return {
    order: order.id,
    sentOrder: document.orderId,
    document: document.id,
    product: product.id,
    request: request.id,
    user: order.customer.id,
    faultyImport: productImport.id,
    sheet: sheet.id,
    countSheet: countSheet.id,
    customerImport: customerImport.id,
    orderImport: orderImport.id,
    pastOrder: (await first(`/orders?q=${encodeURIComponent(REFERENCE)}`)).id,
    invitable: (await first('/customers?q=lata.kulkarni')).id,
    mail: mail.id,
  };
}

function quoted(cell) {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** Returns the form of an import. */
function formWith(content, fileName, dryRun) {
  const form = new FormData();
  form.set('dryRun', dryRun);
  form.set('confirmRepeat', 'true');
  form.set('file', new Blob([content], { type: 'text/csv' }), fileName);
  return form;
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
