import { changeProduct, newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newManager, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;

beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
});

/** Requests a path without following a redirect. */
async function redirectOf(path: string): Promise<[status: number, location: string | null]> {
  const response = await fetch(server.url + path, { redirect: 'manual' });
  await response.body?.cancel();
  return [response.status, response.headers.get('location')];
}

const rename = async (section: { id: string; version: number }, name: string): Promise<string> =>
  bodyOf(
    await server.client
      .as(admin)
      .patch<{ slug: string }>(`/admin/sections/${section.id}`, { name, version: section.version }),
    200,
  ).slug;

async function newProductPage(): Promise<TestProduct> {
  const { id: sectionId } = await newSection(server, admin);
  const { id } = await newProduct(server, manager, { sectionId });
  return bodyOf(await server.client.get<TestProduct>(`/products/${id}`), 200);
}

it('redirects every former slug of a product to its current one, in the API and in the shop', async () => {
  const first = await newProductPage();
  const second = bodyOf(await changeProduct(server, manager, first, { name: `${first.name} ripe` }), 200);
  const third = bodyOf(await changeProduct(server, manager, second, { name: `${first.name} green` }), 200);
  for (const { slug } of [first, second]) {
    expect(await redirectOf(`/api/v1/products/${slug}`)).toEqual([301, `/api/v1/products/${third.slug}`]);
    expect(await redirectOf(`/products/${slug}?from=mail`)).toEqual([
      301,
      `/products/${third.slug}?from=mail`,
    ]);
  }
  expect(await redirectOf(`/products/${third.slug}`)).toEqual([200, null]);
  expect(await redirectOf(`/products/${third.id}`)).toEqual([200, null]);
});

it('describes the redirect as a problem with the new address', async () => {
  const first = await newProductPage();
  const { slug } = bodyOf(await changeProduct(server, manager, first, { name: `${first.name} ripe` }), 200);
  const response = await fetch(`${server.url}/api/v1/products/${first.slug}`, { redirect: 'manual' });
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await response.json()).toMatchObject({
    code: 'catalog.product-moved',
    status: 301,
    location: `/api/v1/products/${slug}`,
  });
});

it('gives a slug to a new product of the name, whose page it is from then on', async () => {
  const first = await newProductPage();
  bodyOf(await changeProduct(server, manager, first, { name: `${first.name} ripe` }), 200);
  const { id } = await newProduct(server, manager, { sectionId: first.sectionId, name: first.name });
  expect(bodyOf(await server.client.get<TestProduct>(`/products/${first.slug}`), 200).id).toBe(id);
});

it('redirects a slug that two products had to the later one', async () => {
  const first = await newProductPage();
  bodyOf(await changeProduct(server, manager, first, { name: `${first.name} ripe` }), 200);
  const { id } = await newProduct(server, manager, { sectionId: first.sectionId, name: first.name });
  const second = bodyOf(await server.client.get<TestProduct>(`/products/${id}`), 200);
  const { slug } = bodyOf(await changeProduct(server, manager, second, { name: `${first.name} green` }), 200);
  expect(await redirectOf(`/api/v1/products/${first.slug}`)).toEqual([301, `/api/v1/products/${slug}`]);
});

it('redirects to no hidden or deleted product', async () => {
  const first = await newProductPage();
  const renamed = bodyOf(await changeProduct(server, manager, first, { name: `${first.name} ripe` }), 200);
  const hidden = bodyOf(await changeProduct(server, manager, renamed, { published: false }), 200);
  expect(await redirectOf(`/products/${first.slug}`)).toEqual([404, null]);
  await server.client.as(manager).delete(`/admin/products/${first.id}?version=${hidden.version}`);
  expect(await redirectOf(`/api/v1/products/${first.slug}`)).toEqual([404, null]);
});

it('redirects the former slug of a section, finds its products by it, and moves on when the section is merged', async () => {
  const section = await newSection(server, admin);
  const target = await newSection(server, admin);
  const product = await newProduct(server, manager, { sectionId: section.id });
  const slug = await rename(section, `${section.name} and more`);
  expect(await redirectOf(`/api/v1/sections/${section.slug}`)).toEqual([301, `/api/v1/sections/${slug}`]);
  expect(await redirectOf(`/sections/${section.slug}?inStock=true`)).toEqual([
    301,
    `/sections/${slug}?inStock=true`,
  ]);
  const listed = await server.client.get<{ items: TestProduct[] }>(`/products?section=${section.slug}`);
  expect(bodyOf(listed, 200).items.map(({ id }) => id)).toEqual([product.id]);

  await server.client.as(admin).delete(`/admin/sections/${section.id}?version=2&moveProductsTo=${target.id}`);
  for (const former of [section.slug, slug])
    expect(await redirectOf(`/sections/${former}`)).toEqual([301, `/sections/${target.slug}`]);
});

it('adds a product whose name has every word of its section', async () => {
  const { id: sectionId, name } = await newSection(server, admin);
  const { id } = await newProduct(server, manager, { sectionId, name: `Fresh ${name}` });
  const found = await server.client.get<{ items: TestProduct[] }>('/products', { q: name });
  expect(bodyOf(found, 200).items.map((product) => product.id)).toEqual([id]);
});

it('keeps names apart that a person reads as two, with a slug for each', async () => {
  const word = (await newSection(server, admin)).slug;
  const one = await newSection(server, admin, `Dưa ${word}`);
  const other = await newSection(server, admin, `Dứa ${word}`);
  expect(one.slug).not.toBe(other.slug);
  for (const name of [`Milk 2% ${word}`, `Milk 2 ${word}`])
    await newProduct(server, manager, { sectionId: one.id, name });
  const again = { sectionId: one.id, name: `MILK  2% ${word}`, unitType: 'l', ratePerUnit: 100 };
  expect((await server.client.as(manager).post('/admin/products', again)).status).toBe(409);
});
