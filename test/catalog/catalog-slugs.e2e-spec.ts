import { randomUUID } from 'node:crypto';
import {
  changeProduct,
  newProduct,
  newSection,
  type TestProduct,
  type TestSection,
} from '../factories/catalog.js';
import { newManager, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type ApiResponse, type Client, type Problem } from '../support/clients/client.js';
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

const staff = (): Client => server.client.as(manager);

const addProduct = (into: TestSection, values: Record<string, unknown> = {}): Promise<TestProduct> =>
  newProduct(server, manager, { sectionId: into.id, ...values });

const edit = (product: TestProduct, changes: object): Promise<ApiResponse<TestProduct & Problem>> =>
  changeProduct(server, manager, product, changes);

describe('a product slug', () => {
  it('is unique, also if the name is taken in another section', async () => {
    const other = await newSection(server, admin);
    const name = `Crème Brûlée ${randomUUID().slice(0, 8)}`;
    const first = bodyOf(
      await staff().get<TestProduct>(`/admin/products/${(await addProduct(section, { name })).id}`),
      200,
    );
    const second = bodyOf(
      await staff().get<TestProduct>(`/admin/products/${(await addProduct(other, { name })).id}`),
      200,
    );
    expect(first.slug).toMatch(/^creme-brulee-[0-9a-f]{8}$/);
    expect(second.slug).toMatch(/^creme-brulee-[0-9a-f]{8}-[0-9a-f]{8}$/);
    const third = await staff().post<Problem>('/admin/products', {
      sectionId: section.id,
      name: name.toUpperCase(),
      unitType: 'kg',
      ratePerUnit: 1,
    });
    expect(bodyOf(third, 409)).toMatchObject({
      code: 'catalog.product-name-taken',
      errors: [{ field: 'name' }],
    });
  });

  it('finds the product, after a rename by a redirect, and not while it is hidden or deleted', async () => {
    const at = async (slug: string): Promise<unknown> => (await server.client.get(`/products/${slug}`)).body;
    const notFound: unknown = expect.objectContaining({ code: 'catalog.product-not-found' });
    const created = await addProduct(section);
    const { slug } = bodyOf(await server.client.get<TestProduct>(`/products/${created.id}`), 200);
    expect(await at(slug)).toEqual(await at(created.id));
    const renamed = bodyOf(await edit(created, { name: `${created.name} renamed` }), 200);
    expect(await at(slug)).toMatchObject({ id: created.id, slug: renamed.slug });
    expect(await at(renamed.slug)).toMatchObject({ id: created.id, slug: `${slug}-renamed` });
    const successor = await addProduct(section, { name: created.name });
    expect(await at(slug)).toMatchObject({ id: successor.id });
    const hidden = bodyOf(await edit(renamed, { published: false }), 200);
    expect(await at(renamed.slug)).toEqual(notFound);
    const published = bodyOf(await edit(hidden, { published: true, ratePerUnit: 77 }), 200);
    expect(await at(renamed.slug)).toMatchObject({ id: created.id, ratePerUnit: 77 });
    expect((await staff().delete(`/admin/products/${created.id}?version=${published.version}`)).status).toBe(
      204,
    );
    for (const path of [renamed.slug, `${renamed.slug}-${created.id}`])
      expect(await at(path)).toEqual(notFound);
  });

  it('exists for every name', async () => {
    for (const name of [`${'ठ'.repeat(92)}${randomUUID().slice(0, 8)}`, '\ufdfa'.repeat(100)]) {
      const { id } = await addProduct(section, { name });
      const { slug } = bodyOf(await server.client.get<TestProduct>(`/products/${id}`), 200);
      const path = `/products/${encodeURIComponent(slug)}`;
      expect(bodyOf(await server.client.get(path), 200)).toMatchObject({ id, name });
    }
  });
});

describe('a section slug', () => {
  it('finds the section, after a rename by a redirect, and not once it is deleted', async () => {
    const asAdmin = server.client.as(admin);
    const { id, name } = await newSection(server, admin);
    const { slug } = bodyOf(await server.client.get<TestSection & { slug: string }>(`/sections/${id}`), 200);
    expect(bodyOf(await server.client.get(`/sections/${slug}`), 200)).toMatchObject({ id, slug });
    const renamed = { version: 1, name: `${name} renamed` };
    bodyOf(await asAdmin.patch(`/admin/sections/${id}`, renamed), 200);
    expect(bodyOf(await server.client.get(`/sections/${slug}`), 200)).toMatchObject({ id });
    expect(bodyOf(await server.client.get(`/sections/${slug}-renamed`), 200)).toMatchObject({ id });
    expect((await asAdmin.delete(`/admin/sections/${id}?version=2`)).status).toBe(204);
    for (const path of [slug, `${slug}-renamed`])
      expect(bodyOf(await server.client.get<Problem>(`/sections/${path}`), 404).code).toBe(
        'catalog.section-not-found',
      );
  });
});
