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
import { BulkChanges, refsOf } from '../support/actions/bulk-changes.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { bodyOf } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

const PATH = '/admin/products/bulk-changes';

let server: Server;
let admin: TestUser;
let manager: TestUser;
let audit: AuditLog;
let section: TestSection;
let bulk: BulkChanges;

beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  audit = new AuditLog(server, admin);
  bulk = new BulkChanges(server, manager);
});

beforeEach(async () => {
  section = await newSection(server, admin);
});

const newProducts = (count: number, values: object = {}): Promise<TestProduct[]> =>
  bulk.newProducts(section.id, count, values);

describe('POST /admin/products/bulk-changes', () => {
  it('changes all products, shows them to shoppers immediately, and writes an audit entry for each', async () => {
    const products = await newProducts(50, { ratePerUnit: 4850 });
    const listed = (): Promise<TestProduct[]> => listProducts(server, { section: section.id, limit: 100 });
    expect(await listed()).toHaveLength(50);

    const entries = await audit.leftBy(
      server.client.as(manager),
      (client) => client.post(PATH, { products: refsOf(products), rateBasisPoints: 500 }),
      200,
    );

    expect(entries).toHaveLength(50);
    expect(entries.map(({ subjectId }) => subjectId)).toEqual(products.map(({ id }) => id));
    expect(entries[0]).toMatchObject({
      action: 'catalog.product-changed',
      actorId: manager.id,
      before: { ratePerUnit: 4850, version: 1, quantityStep: 1 },
      after: { ratePerUnit: 5093, version: 2, quantityStep: 1 },
    });
    expect((await listed()).map(({ ratePerUnit, version }) => [ratePerUnit, version])).toEqual(
      products.map(() => [5093, 2]),
    );
  });

  it('writes the same audit entry and the same product as a single change', async () => {
    const [first, second] = await newProducts(2);
    const { body: changed } = await changeProduct(server, manager, first!, { published: false });
    bodyOf(await bulk.change(refsOf([second!]), { published: false }), 200);
    const entries = await Promise.all([first!, second!].map(({ id }) => audit.entries({ subjectId: id })));
    const [ofOne, ofOther] = entries.map(([latest]) => latest);

    expect({ ...(await bulk.current(second!)), id: '', name: '', slug: '', createdAt: '' }).toEqual({
      ...changed,
      ...{ id: '', name: '', slug: '', createdAt: '' },
    });
    expect({ ...ofOther, id: '', subjectId: '', at: '', requestId: '' }).toMatchObject({
      action: ofOne!.action,
      before: { ...ofOne!.before, name: second!.name },
      after: { ...ofOne!.after, name: second!.name },
    });
  });

  it('moves products, which are then listed and counted in the new section', async () => {
    const target = await newSection(server, admin);
    const products = await newProducts(3);
    const { items } = bodyOf(await bulk.change(refsOf(products), { sectionId: target.id }), 200);
    expect(items[0]).toMatchObject({
      before: { sectionId: section.id, sectionName: section.name },
      after: { sectionId: target.id, sectionName: target.name },
    });
    const listed = await listProducts(server, { section: target.id });
    expect(listed.map(({ id }) => id).sort()).toEqual(products.map(({ id }) => id).sort());
    expect(listed.map(({ sectionName }) => sectionName)).toEqual(products.map(() => target.name));
    expect((await listProducts(server, { q: target.name })).map(({ id }) => id)).toEqual(
      expect.arrayContaining(products.map(({ id }) => id)),
    );
  });

  it('hides products from shoppers and leaves hidden products unchanged', async () => {
    const products = [...(await newProducts(2)), ...(await newProducts(1, { published: false }))];
    const { changed, items } = bodyOf(await bulk.change(refsOf(products), { published: false }), 200);
    expect([changed, items.map(({ isChanged, version }) => [isChanged, version])]).toEqual([
      2,
      [
        [true, 2],
        [true, 2],
        [false, 1],
      ],
    ]);
    expect((await bulk.allCurrent(products)).map(({ version }) => version)).toEqual([2, 2, 1]);
    expect(await listProducts(server, { q: products[0]!.name })).toEqual([]);
  });

  it('is undone exactly by the values in its response', async () => {
    const products = [
      ...(await newProducts(1, { ratePerUnit: 333 })),
      ...(await newProducts(1, { ratePerUnit: 335, published: false })),
    ];
    const before = await bulk.allCurrent(products);
    const { items } = bodyOf(await bulk.change(refsOf(products), { rateBasisPoints: 250 }), 200);
    expect(items.map(({ after }) => after.ratePerUnit)).toEqual([341, 343]);

    const undone = items.map(({ id, version, before: { ratePerUnit } }) => ({ id, version, ratePerUnit }));
    bodyOf(await bulk.change(undone, {}), 200);

    expect(await bulk.allCurrent(products)).toEqual(before.map((product) => ({ ...product, version: 3 })));
  });
});

describe('a preview of a bulk change', () => {
  it('returns the result of the change and changes nothing', async () => {
    const products = [
      ...(await newProducts(3, { ratePerUnit: 4999 })),
      ...(await newProducts(1, { ratePerUnit: 38 })),
    ];
    const values = { rateBasisPoints: -333, roundTo: 100 };
    const before = await bulk.allCurrent(products);
    const preview = bodyOf(await bulk.change(refsOf(products), { ...values, dryRun: true }), 200);
    expect(await bulk.allCurrent(products)).toEqual(before);
    expect(preview.items.map(({ after }) => after.ratePerUnit)).toEqual([4800, 4800, 4800, 37]);

    const applied = bodyOf(await bulk.change(refsOf(products), values), 200);

    expect(applied).toEqual({ ...preview, dryRun: false });
    expect(
      (await bulk.allCurrent(products)).map(({ ratePerUnit, version }) => [ratePerUnit, version]),
    ).toEqual(applied.items.map(({ after, version }) => [after.ratePerUnit, version]));
  });

  it('is refused for the same reason as the change', async () => {
    const [product] = await newProducts(1);
    const products = [{ id: product!.id, version: 9 }];
    const [preview, applied] = await Promise.all([
      bulk.change(products, { published: false, dryRun: true }),
      bulk.change(products, { published: false }),
    ]);
    expect([preview.status, applied.status]).toEqual([409, 409]);
    expect(preview.body['products']).toEqual(applied.body['products']);
  });
});

describe('a refused bulk change', () => {
  it('changes nothing when one of fifty products has changed in the meantime', async () => {
    const products = await newProducts(50);
    bodyOf(await changeProduct(server, admin, products[30]!, { ratePerUnit: 7000 }), 200);
    const { id, name } = products[30]!;

    const refused = bodyOf(await bulk.change(refsOf(products), { rateBasisPoints: 1000 }), 409);

    expect(refused).toMatchObject({ code: 'catalog.bulk-change-refused', status: 409 });
    expect(refused['products']).toEqual([
      { id, name, code: 'request.stale-version', message: expect.any(String) as string, currentVersion: 2 },
    ]);
    expect((await bulk.allCurrent(products)).map(({ ratePerUnit }) => ratePerUnit)).toEqual(
      products.map((product) => (product.id === id ? 7000 : 5000)),
    );
    const entries = await audit.entries({ subjectId: products[0]!.id });
    expect(entries.map(({ action }) => action)).toEqual(['catalog.product-created']);
  });

  it('names every conflicting product', async () => {
    const target = await newSection(server, admin);
    const [valid, deleted, twin] = await newProducts(3);
    await newProduct(server, manager, { sectionId: target.id, name: twin!.name });
    await server.client.as(manager).delete(`/admin/products/${deleted!.id}?version=1`);
    const missing = { id: randomUUID(), version: 1 };

    const refused = bodyOf(
      await bulk.change([...refsOf([valid!, deleted!, twin!]), missing], { sectionId: target.id }),
      409,
    );

    const products = refused['products'] as { id: string; name: string | null; code: string }[];
    expect(products.map(({ id, name, code }) => [id, name, code])).toEqual([
      [deleted!.id, null, 'catalog.product-not-found'],
      [missing.id, null, 'catalog.product-not-found'],
      [twin!.id, twin!.name, 'catalog.product-name-taken'],
    ]);
    expect((await bulk.current(valid!)).sectionId).toBe(section.id);
  });

  it('returns 409 for an unknown section', async () => {
    const products = await newProducts(2);
    const refused = bodyOf(await bulk.change(refsOf(products), { sectionId: randomUUID() }), 409);
    expect(refused['products']).toMatchObject(
      products.map(({ id }) => ({ id, code: 'catalog.section-not-found' })),
    );
  });

  it('returns 422 for a rate above the maximum', async () => {
    const [expensive] = await newProducts(1, { ratePerUnit: 60_000_000 });
    const [cheap] = await newProducts(1);
    const refused = bodyOf(await bulk.change(refsOf([expensive!, cheap!]), { rateBasisPoints: 10_000 }), 422);
    expect(refused['products']).toMatchObject([{ id: expensive!.id, code: 'catalog.rate-too-high' }]);
    expect((await bulk.current(cheap!)).ratePerUnit).toBe(5000);
  });

  it.each([
    ['no product', { products: [], published: true }],
    ['nothing to change', {}],
    ['two changes', { published: true, rateBasisPoints: 1 }],
    ['a percentage out of bounds', { rateBasisPoints: -9001 }],
    ['half a basis point', { rateBasisPoints: 0.5 }],
    ['null', { published: null }],
  ])('returns 400 for a body with %s', async (_, what) => {
    const products = refsOf(await newProducts(1));
    const response = await server.client.as(manager).post(PATH, { products, ...what });
    expect(response.status).toBe(400);
  });

  it('returns 400 for a product that is listed twice and for more than a thousand products', async () => {
    const [product] = refsOf(await newProducts(1));
    const tooMany = Array.from({ length: 1001 }, () => ({ id: randomUUID(), version: 1 }));
    expect((await bulk.change([product!, product!], { published: false })).status).toBe(400);
    expect((await bulk.change(tooMany, { published: false })).status).toBe(400);
    const own = tooMany.slice(1).map((ref) => ({
      ...{ ...ref, version: 2_147_483_646, ratePerUnit: 99_999_999, sectionId: ref.id, published: false },
    }));
    expect((await bulk.change(own, {})).status).toBe(409);
  });
});
