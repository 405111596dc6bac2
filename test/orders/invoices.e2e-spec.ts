import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newProduct, newSection } from '../factories/catalog.js';
import { newOrder, type TestOrder } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { linesOf, readPdf } from '../support/clients/pdf.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let admin: TestUser;
let shopper: TestUser;
let order: TestOrder;
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  shopper = await newShopper(server);
  const { id: sectionId } = await newSection(server, admin);
  const product = await newProduct(server, admin, { sectionId, name: 'Alphonso mangoes', unitType: 'dozen' });
  order = await newOrder(server, shopper, { [product.id]: 2 });
});

async function get(path: string, by: TestUser): Promise<Response> {
  return fetch(`${server.url}/api/v1${path}`, { headers: { authorization: `Bearer ${by.accessToken}` } });
}

it('returns the shopper’s invoice as a PDF with no-store', async () => {
  const response = await get(`/orders/${order.id}/invoice`, shopper);

  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('content-disposition')).toBe(`inline; filename="${order.number}.pdf"`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const file = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get('content-length')).toBe(String(file.length));
  const text = readPdf(file).pages.join('\n');
  expect(text).toContain('Alphonso mangoes');
  expect(text).toContain('₹100.00');
});

it('prints names in scripts whose fonts are opened when needed', async () => {
  const { id: sectionId } = await newSection(server, admin);
  const name = 'ಟೊಮೆಟೊ 番茄 🍅';
  const product = await newProduct(server, admin, { sectionId, name });
  const { id } = await newOrder(server, shopper, { [product.id]: 1 });
  const response = await get(`/orders/${id}/invoice`, shopper);
  const pdf = readPdf(Buffer.from(await response.arrayBuffer()));
  expect(linesOf(pdf)).toContain(name);
  expect(Object.keys(pdf.fonts)).toEqual(expect.arrayContaining(['noto-sans-kannada-kannada-regular']));
});

it('returns the same invoice to staff and on repeated requests', async () => {
  const manager = await newManager(server);
  const paths = [
    [`/orders/${order.id}/invoice`, shopper],
    [`/admin/orders/${order.id}/invoice`, manager],
    [`/admin/orders/${order.id}/invoice`, admin],
  ] as const;
  const files = await Promise.all(
    paths.map(async ([path, by]) =>
      Buffer.from(await (await get(path, by)).arrayBuffer()).toString('base64'),
    ),
  );
  expect(new Set(files).size).toBe(1);
  expect(await server.rows('SELECT order_id FROM invoices WHERE order_id = ?', [order.id])).toHaveLength(1);
});

it('returns 404 to another shopper and for an unknown order', async () => {
  const another = await newShopper(server);
  for (const [path, by] of [
    [`/orders/${order.id}/invoice`, another],
    ['/orders/nothing/invoice', shopper],
    ['/admin/orders/nothing/invoice', admin],
    [`/admin/orders/${shopper.id}/invoice`, admin],
  ] as const) {
    const response = await get(path, by);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'orders.not-found' });
  }
});

it('returns 503 with Retry-After while the data folder cannot store it', async () => {
  const folder = join(server.dataDir, 'invoices');
  await rm(folder, { recursive: true, force: true });
  await writeFile(folder, 'in the way');

  const response = await get(`/orders/${order.id}/invoice`, shopper);

  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('30');
  expect(await response.json()).toMatchObject({ code: 'orders.invoice-unavailable' });

  await rm(folder);
  await mkdir(folder);
  expect((await get(`/orders/${order.id}/invoice`, shopper)).status).toBe(200);
});
