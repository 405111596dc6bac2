import { randomUUID } from 'node:crypto';
import {
  changeProduct,
  newProduct,
  newSection,
  type TestProduct,
  type TestSection,
} from '../factories/catalog.js';
import { newManager, theAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type Answer, type Client, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;
let section: TestSection;
beforeAll(async () => {
  server = await startServer();
  admin = await theAdmin(server);
  manager = await newManager(server, admin);
  section = await newSection(server, admin);
});

const staff = (): Client => server.client.as(manager);

const newOne = (into: TestSection, more: Record<string, unknown> = {}): Promise<TestProduct> =>
  newProduct(server, manager, { sectionId: into.id, ...more });

const edit = (product: TestProduct, changes: object): Promise<Answer<TestProduct & Problem>> =>
  changeProduct(server, manager, product, changes);

describe('a product', () => {
  it('has an address of its own, also where its name is taken elsewhere', async () => {
    const other = await newSection(server, admin);
    const name = `Crème Brûlée ${randomUUID().slice(0, 8)}`;
    const one = bodyOf(
      await staff().get<TestProduct>(`/admin/products/${(await newOne(section, { name })).id}`),
      200,
    );
    const two = bodyOf(
      await staff().get<TestProduct>(`/admin/products/${(await newOne(other, { name })).id}`),
      200,
    );
    expect(one.slug).toMatch(/^creme-brulee-[0-9a-f]{8}$/);
    expect(two.slug).toMatch(/^creme-brulee-[0-9a-f]{8}-[0-9a-f]{8}$/);
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

  it('is found by its address, the latest one alone, and no longer when it is hidden or deleted', async () => {
    const at = async (slug: string): Promise<unknown> => (await server.client.get(`/products/${slug}`)).body;
    const gone: unknown = expect.objectContaining({ code: 'catalog.product-not-found' });
    const made = await newOne(section);
    const { slug } = bodyOf(await server.client.get<TestProduct>(`/products/${made.id}`), 200);
    expect(await at(slug)).toEqual(await at(made.id));
    const renamed = bodyOf(await edit(made, { name: `${made.name} anew` }), 200);
    expect(await at(slug)).toEqual(gone);
    expect(await at(renamed.slug)).toMatchObject({ id: made.id, slug: `${slug}-anew` });
    const heir = await newOne(section, { name: made.name });
    expect(await at(slug)).toMatchObject({ id: heir.id });
    const hidden = bodyOf(await edit(renamed, { published: false }), 200);
    expect(await at(renamed.slug)).toEqual(gone);
    const shown = bodyOf(await edit(hidden, { published: true, ratePerUnit: 77 }), 200);
    expect(await at(renamed.slug)).toMatchObject({ id: made.id, ratePerUnit: 77 });
    expect((await staff().delete(`/admin/products/${made.id}?version=${shown.version}`)).status).toBe(204);
    for (const address of [renamed.slug, `${renamed.slug}-${made.id}`])
      expect(await at(address)).toEqual(gone);
  });

  it('has an address whatever its name is', async () => {
    for (const name of [`${'ठ'.repeat(92)}${randomUUID().slice(0, 8)}`, '\ufdfa'.repeat(100)]) {
      const { id } = await newOne(section, { name });
      const { slug } = bodyOf(await server.client.get<TestProduct>(`/products/${id}`), 200);
      const path = `/products/${encodeURIComponent(slug)}`;
      expect(bodyOf(await server.client.get(path), 200)).toMatchObject({ id, name });
    }
  });
});

describe('a section', () => {
  it('is found by its address, the latest one alone', async () => {
    const admins = server.client.as(admin);
    const { id, name } = await newSection(server, admin);
    const { slug } = bodyOf(await server.client.get<TestSection & { slug: string }>(`/sections/${id}`), 200);
    expect(bodyOf(await server.client.get(`/sections/${slug}`), 200)).toMatchObject({ id, slug });
    const renamed = { version: 1, name: `${name} anew` };
    bodyOf(await admins.patch(`/admin/sections/${id}`, renamed), 200);
    expect(bodyOf(await server.client.get<Problem>(`/sections/${slug}`), 404).code).toBe(
      'catalog.section-not-found',
    );
    expect(bodyOf(await server.client.get(`/sections/${slug}-anew`), 200)).toMatchObject({ id });
    expect((await admins.delete(`/admin/sections/${id}?version=2`)).status).toBe(204);
    bodyOf(await server.client.get(`/sections/${slug}-anew`), 404);
  });
});
