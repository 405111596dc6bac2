import { randomUUID } from 'node:crypto';
import {
  changeProduct,
  listProducts,
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
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
});

const staff = (): Client => server.client.as(manager);

const addProduct = (section: TestSection, values: Record<string, unknown> = {}): Promise<TestProduct> =>
  newProduct(server, manager, { sectionId: section.id, ...values });

const edit = (product: TestProduct, changes: object): Promise<ApiResponse<TestProduct & Problem>> =>
  changeProduct(server, manager, product, changes);

describe('a product', () => {
  let section: TestSection;
  beforeAll(async () => {
    section = await newSection(server, admin);
  });

  it('is visible to shoppers while it is published, and to staff always', async () => {
    const product = await addProduct(section, { published: false });
    expect((await server.client.get(`/products/${product.id}`)).status).toBe(404);
    const published = bodyOf(await edit(product, { published: true }), 200);
    bodyOf(await server.client.get(`/products/${product.id}`), 200);
    expect(bodyOf(await edit(published, { published: false }), 200).published).toBe(false);
    expect(bodyOf(await server.client.get<Problem>(`/products/${product.id}`), 404).code).toBe(
      'catalog.product-not-found',
    );
    expect(bodyOf(await staff().get<TestProduct>(`/admin/products/${product.id}`), 200).published).toBe(
      false,
    );
  });

  it('shows staff-only fields to staff only', async () => {
    const product = await addProduct(section, { lowStockThreshold: 5 });
    const visible = bodyOf(await server.client.get<object>(`/products/${product.id}`), 200);
    expect(Object.keys(visible).sort()).toEqual(
      [
        ...[
          'id',
          'sectionId',
          'sectionName',
          'name',
          'names',
          'slug',
          'description',
          'brand',
          'unitType',
          'ratePerUnit',
        ],
        ...['quantityStep', 'quantityAvailable', 'imageUrl', 'thumbnailUrl', 'manufacturedOn', 'bestBefore'],
        ...['version', 'createdAt', 'maxQuantity', 'mrp', 'taxClassId', 'netContent', 'unitPrice'],
      ].sort(),
    );
  });

  it('has the same numbers, times and text for shoppers as for staff', async () => {
    const { id: sectionId } = await newSection(server, admin);
    const letters = [
      '"quoted" \\ / back',
      'tab\tand\nline',
      '\u0001\u007f\u2028',
      '💥 टमाटर é',
      '</script>',
      "it's",
    ];
    const thousandths = [
      0, 1, 10, 100, 333, 999, 1000, 1001, 1250, 99_999_999, 123_456_789, 1_000_000_000_000,
    ];
    for (let i = 0; i < 84; i++) {
      const text = letters[i % letters.length];
      const { id } = await newProduct(server, manager, {
        sectionId,
        brand: text,
        description: `${text} ${i}`,
      });
      const stock = thousandths[i % thousandths.length]!;
      await server.rows('UPDATE products SET quantity_available = ? WHERE id = ?', [stock, id]);
      if (stock === 0) await server.rows('DELETE FROM stock_movements WHERE product_id = ?', [id]);
      else await server.rows('UPDATE stock_movements SET delta = ? WHERE product_id = ?', [stock, id]);
    }
    const visible = await expectSameForAll(sectionId);
    expect(visible).toHaveLength(84);
    expect(bodyOf(await server.client.get(`/products/${visible[5]?.id ?? ''}`), 200)).toEqual(visible[5]);
  });

  it('is the same for shoppers as for staff after each kind of change', async () => {
    const asAdmin = server.client.as(admin);
    const first = await newSection(server, admin);
    const second = await newSection(server, admin);
    const product = await addProduct(first);
    const renamed = { name: `${first.name} and more`, version: 1 };
    bodyOf(await asAdmin.patch(`/admin/sections/${first.id}`, renamed), 200);
    expect((await expectSameForAll(first.id)).map((item) => item.sectionName)).toEqual([renamed.name]);
    await edit(product, { name: `${product.name} renamed`, bestBefore: '2030-01-01', unitType: 'pack' });
    await expectSameForAll(first.id);
    const moved = { version: 2, moveProductsTo: second.id };
    expect(
      (await asAdmin.send('DELETE', `/admin/sections/${first.id}`, undefined, { query: moved })).status,
    ).toBe(204);
    expect((await expectSameForAll(second.id)).map((item) => item.sectionName)).toEqual([second.name]);
  });

  /**
   * Returns a section's products as shoppers get them, which must equal those of staff without the staff-only fields.
   */
  async function expectSameForAll(sectionId: string): Promise<TestProduct[]> {
    const query = { sort: 'name', pageSize: 100, sectionId };
    const table = bodyOf(await staff().get<{ items: TestProduct[] }>('/admin/products', query), 200).items;
    const visible = await listProducts(server, { section: sectionId, sort: 'name', limit: 100 });
    const staffOnly = [
      'published',
      'lowStockThreshold',
      'isLowStock',
      'quantityPromised',
      'quantityOnHand',
      'maxPerOrder',
      'otherNames',
      'sku',
      'hsn',
      'barcodes',
      'texts',
    ];
    const forShoppers = table.map((item) =>
      Object.fromEntries(Object.entries(item).filter(([field]) => !staffOnly.includes(field))),
    );
    expect(visible).toEqual(forShoppers);
    return visible;
  }

  it.each([
    { version: 1 },
    { id: randomUUID() },
    { slug: 'my-own' },
    { image: 'x' },
    { createdAt: '2020-01-01T00:00:00Z' },
    { deletedAt: null },
  ])('cannot be created with %j', async (values) => {
    const body = { sectionId: section.id, name: 'New', unitType: 'kg', ratePerUnit: 1, ...values };
    const problem = bodyOf(await staff().post<Problem>('/admin/products', body), 400);
    expect(problem.errors).toMatchObject([{ field: Object.keys(values)[0], code: 'field.unknown' }]);
  });

  it.each<[number, Record<string, unknown>]>([
    [400, { ratePerUnit: 1.5 }],
    [400, { ratePerUnit: -1 }],
    [400, { ratePerUnit: 100_000_001 }],
    [400, { quantityStep: 0 }],
    [400, { quantityStep: 0.0005 }],
    [400, { quantityAvailable: -1 }],
    [400, { quantityAvailable: 1.2345 }],
    [400, { unitType: 'ton' }],
    [400, { name: '   ' }],
    [422, { name: '—!—' }],
    [400, { manufacturedOn: '2026-13-01' }],
    [422, { manufacturedOn: '2026-02-01', bestBefore: '2026-01-01' }],
    [404, { sectionId: randomUUID() }],
  ])('is refused with %i for %j', async (status, more) => {
    const body = {
      sectionId: section.id,
      name: `New ${randomUUID()}`,
      unitType: 'kg',
      ratePerUnit: 1,
      ...more,
    };
    bodyOf(await staff().post<Problem>('/admin/products', body), status);
  });

  it('is edited field by field on the version that was read', async () => {
    const product = await addProduct(section, { brand: 'Nandi', bestBefore: '2026-12-31' });
    const changed = bodyOf(await edit(product, { ratePerUnit: 7000 }), 200);
    expect(changed).toMatchObject({
      version: 2,
      ratePerUnit: 7000,
      brand: 'Nandi',
      bestBefore: '2026-12-31',
    });
    expect(bodyOf(await edit(product, { brand: 'Other' }), 409)).toMatchObject({
      code: 'request.stale-version',
      currentVersion: 2,
    });
    expect(bodyOf(await edit(changed, { bestBefore: null }), 200).bestBefore).toBeNull();
    bodyOf(await staff().patch(`/admin/products/${product.id}`, { brand: 'No version' }), 400);
    bodyOf(await edit({ ...product, version: 3 }, { quantityAvailable: 5 }), 400);
  });

  it('has other names, each once and without space around it, of which none has a comma', async () => {
    const { id } = await addProduct(section, { otherNames: [' Tamatar', 'टमाटर', 'Tamatar ', '  '] });
    const read = bodyOf(await staff().get<{ otherNames: string[] }>(`/admin/products/${id}`), 200);
    expect(read.otherNames).toEqual(['Tamatar', 'टमाटर']);
    for (const otherNames of [
      ['a, b'],
      ['a;b'],
      ['x'.repeat(61)],
      [7],
      'a',
      null,
      Array<string>(21).fill('a'),
    ])
      bodyOf(await staff().patch(`/admin/products/${id}`, { version: 1, otherNames }), 400);
    bodyOf(await staff().patch(`/admin/products/${id}`, { version: 1, otherNames: [] }), 200);
  });

  it('is deleted permanently, which frees its name and keeps its stock ledger', async () => {
    const name = `Deleted ${randomUUID()}`;
    const product = await addProduct(section, { name });
    const path = `/admin/products/${product.id}`;
    expect((await staff().delete(`${path}?version=9`)).status).toBe(409);
    expect((await staff().delete(`${path}?version=1`)).status).toBe(204);
    expect((await staff().get(path)).status).toBe(404);
    expect((await server.client.get(`/products/${product.id}`)).status).toBe(404);
    expect((await staff().delete(`${path}?version=2`)).status).toBe(404);
    expect(await listProducts(server, { section: section.id, q: name })).toEqual([]);
    bodyOf(await staff().get(`${path}/stock-movements`), 200);
    await addProduct(section, { name });
  });
});

describe('a section', () => {
  it('counts the products that shoppers see, and refuses a taken name with 409', async () => {
    const section = await newSection(server, admin);
    await addProduct(section);
    await addProduct(section, { published: false });
    expect(
      bodyOf(await server.client.get<{ productCount: number }>(`/sections/${section.id}`), 200).productCount,
    ).toBe(1);
    const duplicate = await server.client
      .as(admin)
      .post<Problem>('/admin/sections', { name: section.name.toUpperCase() });
    expect(bodyOf(duplicate, 409).code).toBe('catalog.section-name-taken');
  });

  it('is not deleted while it has products, unless they are moved', async () => {
    const [from, to] = [await newSection(server, admin), await newSection(server, admin)];
    const product = await addProduct(from);
    const path = `/admin/sections/${from.id}?version=1`;
    const asAdmin = server.client.as(admin);
    expect(bodyOf(await asAdmin.delete<Problem>(path), 409)).toMatchObject({
      code: 'catalog.section-not-empty',
      products: 1,
    });
    for (const target of [from.id, randomUUID()])
      expect([404, 422]).toContain((await asAdmin.delete(`${path}&moveProductsTo=${target}`)).status);
    expect((await asAdmin.delete(`${path}&moveProductsTo=${to.id}`)).status).toBe(204);
    const moved = bodyOf(await server.client.get<TestProduct>(`/products/${product.id}`), 200);
    expect(moved).toMatchObject({ sectionId: to.id, sectionName: to.name });
    expect((await server.client.get(`/sections/${from.id}`)).status).toBe(404);
  });

  it('is found by its new name, and so are its products', async () => {
    const section = await newSection(server, admin);
    const product = await addProduct(section);
    const name = `Zzyzx ${section.name}`;
    bodyOf(await server.client.as(admin).patch(`/admin/sections/${section.id}`, { version: 1, name }), 200);
    expect((await listProducts(server, { q: 'zzyzx' })).map((item) => item.id)).toEqual([product.id]);
  });
});
