import { changeProduct, newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import { sleep } from '../support/servers/processes.js';
import { startServer, type Server } from '../support/servers/server.js';

interface StaffProduct extends TestProduct {
  readonly isLowStock: boolean;
}

let server: Server;
let admin: TestUser;
/** Names of the products that are low, and of those that are sold out. */
const LOW = ['by an order', 'by waste', 'sold out'];
const OUT = ['sold out', 'sold out, without a threshold'];

/** Every product begins with 20 pieces and a threshold of 5, and all that changes after that is listed here. */
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  const { id: sectionId } = await newSection(server, admin);
  const add = (name: string, values: object = {}): Promise<TestProduct> =>
    newProduct(server, admin, { sectionId, name, quantityAvailable: 20, lowStockThreshold: 5, ...values });
  const waste = async ({ id }: TestProduct, delta: number): Promise<void> => {
    const body = { reason: 'waste', delta };
    bodyOf(await server.client.as(admin).post(`/admin/products/${id}/stock-movements`, body), 201);
  };
  await add('plenty');
  await waste(await add('at the threshold'), -15);
  await waste(await add('by waste'), -16);
  await newOrder(server, await newShopper(server), { [(await add('by an order')).id]: 16 });
  await waste(await add('sold out'), -20);
  await waste(await add('sold out, without a threshold', { lowStockThreshold: 0 }), -20);
  await waste(await add('hidden', { published: false }), -20);
  const deleted = await add('deleted', { published: false });
  await waste(deleted, -16);
  bodyOf(await server.client.as(admin).delete(`/admin/products/${deleted.id}?version=1`), 204);
});

const get = async <Body>(path: string, query = {}): Promise<Body> =>
  bodyOf(await server.client.as(admin).get<Body>(path, query), 200);
const named = (items: readonly { readonly name: string }[]): string[] => items.map(({ name }) => name).sort();

/** Returns the rows of an export as objects. */
async function exported(kind: string, parameters = {}): Promise<Record<string, string>[]> {
  const body = { kind, parameters };
  const { id } = bodyOf(await server.client.as(admin).post<{ id: string }>('/admin/exports', body), 202);
  while ((await get<{ status: string }>(`/admin/exports/${id}`)).status !== 'done') await sleep(20);
  const [header = '', ...lines] = (await get<string>(`/admin/exports/${id}/file`)).trim().split('\r\n');
  // The only commas within cells are in the names, which these tests do not need to split.
  const cells = (line: string): string[] =>
    line.replace(/"[^"]*"/g, (cell) => cell.replace(/[",]/g, '')).split(',');
  return lines.map((line) =>
    Object.fromEntries(cells(header).map((name, i) => [name, cells(line)[i] ?? ''])),
  );
}
const withoutCommas = (names: readonly string[]): string[] => names.map((name) => name.replace(',', ''));

/** All places that show low stock, as names of products. */
const PLACES: Readonly<Record<string, () => Promise<string[]>>> = {
  'the filter of the products': async () =>
    named((await get<{ items: StaffProduct[] }>('/admin/products', { stock: 'low' })).items),
  'the flag of each product': async () =>
    named(
      (await get<{ items: StaffProduct[] }>('/admin/products', { pageSize: 100 })).items.filter(
        ({ isLowStock }) => isLowStock,
      ),
    ),
  'the stock report': async () =>
    named((await get<{ low: { items: TestProduct[] } }>('/admin/reports/stock')).low.items),
  'the export of the report': async () =>
    (await exported('report-low-stock')).map(({ name = '' }) => name).sort(),
  'the export of the products that the filter lists': async () =>
    (await exported('products', { stock: 'low' })).map(({ name = '' }) => name).sort(),
  'the export of all products': async () =>
    (await exported('products'))
      .filter(({ isLowStock }) => isLowStock === 'true')
      .map(({ name = '' }) => name)
      .sort(),
  'the alerts': async () =>
    named(
      await server.rows<{ name: string }>(
        `SELECT p.name FROM outbox_events e JOIN products p ON e.subject = 'product:' || p.id
         WHERE e.type = 'catalog.stock-low'`,
      ),
    ),
};

it.each(Object.keys(PLACES))('finds the same low stock in %s', async (place) => {
  expect(await PLACES[place]?.()).toEqual(LOW);
});

it('counts as many on the dashboard and in the report', async () => {
  expect(await get('/admin/dashboard')).toMatchObject({ lowStock: LOW.length, outOfStock: OUT.length });
  expect(await get('/admin/reports/stock', { limit: 1 })).toMatchObject({
    low: { total: LOW.length },
    soldOut: { total: OUT.length },
  });
});

it('finds the same sold-out products in the filter, the report and its export', async () => {
  expect(named((await get<{ items: TestProduct[] }>('/admin/products', { stock: 'out' })).items)).toEqual(
    OUT,
  );
  type Report = { soldOut: { items: TestProduct[] } };
  expect(named((await get<Report>('/admin/reports/stock')).soldOut.items)).toEqual(OUT);
  expect((await exported('report-sold-out')).map(({ name }) => name).sort()).toEqual(withoutCommas(OUT));
});

it('tells what is on hand and promised in the products, the report and their exports', async () => {
  const expected = { quantityAvailable: 4, quantityPromised: 16, quantityOnHand: 20 };
  const { items } = await get<{ items: StaffProduct[] }>('/admin/products', { q: 'order' });
  expect(items[0]).toMatchObject({ name: 'by an order', ...expected });
  const { low } = await get<{ low: { items: TestProduct[] } }>('/admin/reports/stock');
  expect(low.items.find(({ name }) => name === 'by an order')).toMatchObject(expected);
  const written = { quantityAvailable: '4', quantityPromised: '16', quantityOnHand: '20' };
  for (const kind of ['products', 'report-low-stock']) {
    const rows = await exported(kind);
    expect(rows.find(({ name }) => name === 'by an order')).toMatchObject(written);
  }
});

it('follows a product that is hidden and shown again', async () => {
  const { items } = await get<{ items: StaffProduct[] }>('/admin/products', { stock: 'low' });
  const product = items[0]!;
  const hidden = bodyOf(await changeProduct(server, admin, product, { published: false }), 200);
  expect(hidden).toMatchObject({ isLowStock: false });
  expect(await get('/admin/dashboard')).toMatchObject({ lowStock: LOW.length - 1 });
  const shown = bodyOf(await changeProduct(server, admin, hidden, { published: true }), 200);
  expect(shown).toMatchObject({ isLowStock: true });
});
