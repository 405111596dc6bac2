import { newProduct, newSection, type TestProduct, type TestSection } from '../factories/catalog.js';
import { newManager, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;
let section: TestSection;

beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  section = await newSection(server, admin);
});

/** Returns the rates that a product has had, in the order of time. */
async function ratesOf({ id }: TestProduct): Promise<number[]> {
  const rows = await server.rows<{ rate: number | string }>(
    'SELECT rate_per_unit AS rate FROM price_history WHERE product_id = ? ORDER BY at',
    [id],
  );
  return rows.map(({ rate }) => Number(rate));
}

const newRated = (ratePerUnit: number): Promise<TestProduct> =>
  newProduct(server, manager, { sectionId: section.id, ratePerUnit });

async function change(product: TestProduct, values: object): Promise<TestProduct> {
  const response = await server.client
    .as(manager)
    .patch<TestProduct>(`/admin/products/${product.id}`, { version: product.version, ...values });
  return bodyOf(response, 200);
}

it('has the first rate of a product and each later one, and nothing of other changes', async () => {
  const product = await newRated(4000);
  const renamed = await change(product, { description: 'From the hills' });
  expect(await ratesOf(product)).toEqual([4000]);
  const dearer = await change(renamed, { ratePerUnit: 4500 });
  await change(dearer, { ratePerUnit: 4000, published: false });
  expect(await ratesOf(product)).toEqual([4000, 4500, 4000]);
});

it('has the rates of a bulk change, and nothing of a dry run', async () => {
  const products = [await newRated(1000), await newRated(2000)];
  const body = { products: products.map(({ id, version }) => ({ id, version })), rateBasisPoints: 1000 };
  const send = (dryRun: boolean) =>
    server.client.as(manager).post('/admin/products/bulk-changes', { ...body, dryRun });
  bodyOf(await send(true), 200);
  expect(await Promise.all(products.map(ratesOf))).toEqual([[1000], [2000]]);
  bodyOf(await send(false), 200);
  expect(await Promise.all(products.map(ratesOf))).toEqual([
    [1000, 1100],
    [2000, 2200],
  ]);
});

it('has nothing of a refused change', async () => {
  const product = await newProduct(server, manager, {
    ...{ sectionId: section.id, unitType: 'pack', ratePerUnit: 4800, mrp: 5500 },
  });
  const refused = await server.client
    .as(manager)
    .patch(`/admin/products/${product.id}`, { version: product.version, ratePerUnit: 5600 });
  expect(refused.status).toBe(422);
  expect(await ratesOf(product)).toEqual([4800]);
});

it('has each rate once of two managers who change it at once', async () => {
  const product = await newRated(1000);
  const send = (ratePerUnit: number) =>
    server.client
      .as(manager)
      .patch(`/admin/products/${product.id}`, { version: product.version, ratePerUnit });
  const statuses = (await Promise.all([send(1100), send(1200)])).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([200, 409]);
  expect(await ratesOf(product)).toEqual([1000, statuses[0] === 200 ? 1100 : 1200]);
});
