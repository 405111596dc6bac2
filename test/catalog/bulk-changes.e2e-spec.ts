import { randomUUID } from 'node:crypto';
import {
  changeProduct,
  listProducts,
  newProduct,
  newSection,
  type TestProduct,
  type TestSection,
} from '../factories/catalog.js';
import { newManager, theAdmin, type TestUser } from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { bodyOf, type Answer, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

const PATH = '/admin/products/bulk-changes';

interface Values {
  readonly ratePerUnit: number;
  readonly sectionId: string;
  readonly sectionName: string;
  readonly published: boolean;
}

interface BulkChange {
  readonly dryRun: boolean;
  readonly changed: number;
  readonly items: readonly {
    readonly id: string;
    readonly isChanged: boolean;
    readonly version: number;
    readonly before: Values;
    readonly after: Values;
  }[];
}

let server: Server;
let admin: TestUser;
let manager: TestUser;
let audit: AuditLog;
let section: TestSection;

beforeAll(async () => {
  server = await startServer();
  admin = await theAdmin(server);
  manager = await newManager(server, admin);
  audit = new AuditLog(server, admin);
});

beforeEach(async () => {
  section = await newSection(server, admin);
});

function many(count: number, more: object = {}): Promise<TestProduct[]> {
  const one = (): Promise<TestProduct> => newProduct(server, manager, { sectionId: section.id, ...more });
  return Promise.all(Array.from({ length: count }, one));
}

const seen = (products: readonly TestProduct[]): { id: string; version: number }[] =>
  products.map(({ id, version }) => ({ id, version }));

function change(products: readonly object[], what: object): Promise<Answer<BulkChange & Problem>> {
  return server.client.as(manager).post(PATH, { products, ...what });
}

async function now({ id }: { id: string }): Promise<TestProduct> {
  return bodyOf(await server.client.as(manager).get<TestProduct>(`/admin/products/${id}`), 200);
}

const all = (products: readonly TestProduct[]): Promise<TestProduct[]> => Promise.all(products.map(now));

describe('a change of many products', () => {
  it('changes all of them, as shoppers see at once, and leaves an entry for each', async () => {
    const products = await many(50, { ratePerUnit: 4850 });
    const shown = (): Promise<TestProduct[]> => listProducts(server, { section: section.id, limit: 100 });
    expect(await shown()).toHaveLength(50);

    const entries = await audit.leftBy(
      server.client.as(manager),
      (client) => client.post(PATH, { products: seen(products), rateBasisPoints: 500 }),
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
    expect((await shown()).map(({ ratePerUnit, version }) => [ratePerUnit, version])).toEqual(
      products.map(() => [5093, 2]),
    );
  });

  it('leaves the same entry and the same product as a change of one', async () => {
    const [one, other] = await many(2);
    const { body: changed } = await changeProduct(server, manager, one!, { published: false });
    bodyOf(await change(seen([other!]), { published: false }), 200);
    const entries = await Promise.all([one!, other!].map(({ id }) => audit.entries({ subjectId: id })));
    const [ofOne, ofOther] = entries.map(([latest]) => latest);

    expect({ ...(await now(other!)), id: '', name: '', slug: '', createdAt: '' }).toEqual({
      ...changed,
      ...{ id: '', name: '', slug: '', createdAt: '' },
    });
    expect({ ...ofOther, id: '', subjectId: '', at: '', requestId: '' }).toMatchObject({
      action: ofOne!.action,
      before: { ...ofOne!.before, name: other!.name },
      after: { ...ofOne!.after, name: other!.name },
    });
  });

  it('moves products, which are then found and counted where they are', async () => {
    const target = await newSection(server, admin);
    const products = await many(3);
    const { items } = bodyOf(await change(seen(products), { sectionId: target.id }), 200);
    expect(items[0]).toMatchObject({
      before: { sectionId: section.id, sectionName: section.name },
      after: { sectionId: target.id, sectionName: target.name },
    });
    const shown = await listProducts(server, { section: target.id });
    expect(shown.map(({ id }) => id).sort()).toEqual(products.map(({ id }) => id).sort());
    expect(shown.map(({ sectionName }) => sectionName)).toEqual(products.map(() => target.name));
    expect((await listProducts(server, { q: target.name })).map(({ id }) => id)).toEqual(
      expect.arrayContaining(products.map(({ id }) => id)),
    );
  });

  it('hides products, which are then found by no shopper, and leaves those alone that were hidden', async () => {
    const products = [...(await many(2)), ...(await many(1, { published: false }))];
    const { changed, items } = bodyOf(await change(seen(products), { published: false }), 200);
    expect([changed, items.map(({ isChanged, version }) => [isChanged, version])]).toEqual([
      2,
      [
        [true, 2],
        [true, 2],
        [false, 1],
      ],
    ]);
    expect((await all(products)).map(({ version }) => version)).toEqual([2, 2, 1]);
    expect(await listProducts(server, { q: products[0]!.name })).toEqual([]);
  });

  it('is taken back exactly, by the values that it told', async () => {
    const products = [
      ...(await many(1, { ratePerUnit: 333 })),
      ...(await many(1, { ratePerUnit: 335, published: false })),
    ];
    const before = await all(products);
    const { items } = bodyOf(await change(seen(products), { rateBasisPoints: 250 }), 200);
    expect(items.map(({ after }) => after.ratePerUnit)).toEqual([341, 343]);

    const taken = items.map(({ id, version, before: { ratePerUnit } }) => ({ id, version, ratePerUnit }));
    bodyOf(await change(taken, {}), 200);

    expect(await all(products)).toEqual(before.map((product) => ({ ...product, version: 3 })));
  });
});

describe('a preview', () => {
  it('tells what is then done, and changes nothing', async () => {
    const products = [...(await many(3, { ratePerUnit: 4999 })), ...(await many(1, { ratePerUnit: 38 }))];
    const what = { rateBasisPoints: -333, roundTo: 100 };
    const before = await all(products);
    const preview = bodyOf(await change(seen(products), { ...what, dryRun: true }), 200);
    expect(await all(products)).toEqual(before);
    expect(preview.items.map(({ after }) => after.ratePerUnit)).toEqual([4800, 4800, 4800, 37]);

    const applied = bodyOf(await change(seen(products), what), 200);

    expect(applied).toEqual({ ...preview, dryRun: false });
    expect((await all(products)).map(({ ratePerUnit, version }) => [ratePerUnit, version])).toEqual(
      applied.items.map(({ after, version }) => [after.ratePerUnit, version]),
    );
  });

  it('is refused for what the change would be refused for', async () => {
    const [product] = await many(1);
    const products = [{ id: product!.id, version: 9 }];
    const [preview, applied] = await Promise.all([
      change(products, { published: false, dryRun: true }),
      change(products, { published: false }),
    ]);
    expect([preview.status, applied.status]).toEqual([409, 409]);
    expect(preview.body['products']).toEqual(applied.body['products']);
  });
});

describe('nothing is changed', () => {
  it('where one of fifty has been changed by somebody else meanwhile', async () => {
    const products = await many(50);
    bodyOf(await changeProduct(server, admin, products[30]!, { ratePerUnit: 7000 }), 200);
    const { id, name } = products[30]!;

    const refused = bodyOf(await change(seen(products), { rateBasisPoints: 1000 }), 409);

    expect(refused).toMatchObject({ code: 'catalog.bulk-change-refused', status: 409 });
    expect(refused['products']).toEqual([
      { id, name, code: 'request.stale-version', message: expect.any(String) as string, currentVersion: 2 },
    ]);
    expect((await all(products)).map(({ ratePerUnit }) => ratePerUnit)).toEqual(
      products.map((product) => (product.id === id ? 7000 : 5000)),
    );
    const entries = await audit.entries({ subjectId: products[0]!.id });
    expect(entries.map(({ action }) => action)).toEqual(['catalog.product-created']);
  });

  it('where something else is in the way, all of which is named', async () => {
    const target = await newSection(server, admin);
    const [fine, deleted, twin] = await many(3);
    await newProduct(server, manager, { sectionId: target.id, name: twin!.name });
    await server.client.as(manager).delete(`/admin/products/${deleted!.id}?version=1`);
    const missing = { id: randomUUID(), version: 1 };

    const refused = bodyOf(
      await change([...seen([fine!, deleted!, twin!]), missing], { sectionId: target.id }),
      409,
    );

    const products = refused['products'] as { id: string; name: string | null; code: string }[];
    expect(products.map(({ id, name, code }) => [id, name, code])).toEqual([
      [deleted!.id, null, 'catalog.product-not-found'],
      [missing.id, null, 'catalog.product-not-found'],
      [twin!.id, twin!.name, 'catalog.product-name-taken'],
    ]);
    expect((await now(fine!)).sectionId).toBe(section.id);
  });

  it('where there is no such section', async () => {
    const products = await many(2);
    const refused = bodyOf(await change(seen(products), { sectionId: randomUUID() }), 409);
    expect(refused['products']).toMatchObject(
      products.map(({ id }) => ({ id, code: 'catalog.section-not-found' })),
    );
  });

  it('where a rate would be beyond what the store takes', async () => {
    const [dear] = await many(1, { ratePerUnit: 60_000_000 });
    const [cheap] = await many(1);
    const refused = bodyOf(await change(seen([dear!, cheap!]), { rateBasisPoints: 10_000 }), 422);
    expect(refused['products']).toMatchObject([{ id: dear!.id, code: 'catalog.rate-too-high' }]);
    expect((await now(cheap!)).ratePerUnit).toBe(5000);
  });

  it.each([
    ['no product', { products: [], published: true }],
    ['nothing to change', {}],
    ['two changes', { published: true, rateBasisPoints: 1 }],
    ['a percentage out of bounds', { rateBasisPoints: -9001 }],
    ['half a basis point', { rateBasisPoints: 0.5 }],
    ['null', { published: null }],
  ])('where the body has %s', async (_, what) => {
    const products = seen(await many(1));
    const answer = await server.client.as(manager).post(PATH, { products, ...what });
    expect(answer.status).toBe(400);
  });

  it('where a product is named twice, or there are more than five hundred', async () => {
    const [one] = seen(await many(1));
    const crowd = Array.from({ length: 501 }, () => ({ id: randomUUID(), version: 1 }));
    expect((await change([one!, one!], { published: false })).status).toBe(400);
    expect((await change(crowd, { published: false })).status).toBe(400);
    expect((await change(crowd.slice(1), { published: false })).status).toBe(409);
  });
});

it('makes one of two changes of the same products, and refuses the other whole', async () => {
  const products = await many(40);
  const backwards = products.toReversed();

  const answers = await Promise.all([
    change(seen(products), { rateBasisPoints: 1000 }),
    change(seen(backwards), { rateBasisPoints: 2000 }),
  ]);

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const late = answers.find(({ status }) => status === 409);
  expect(late?.body['products']).toHaveLength(40);
  const [rate] = [...new Set((await all(products)).map(({ ratePerUnit }) => ratePerUnit))];
  expect(new Set((await all(products)).map(({ ratePerUnit }) => ratePerUnit)).size).toBe(1);
  expect(rate).toBe(answers[0].status === 200 ? 5500 : 6000);
});

it('loses no delivery to a change of many products', async () => {
  const products = await many(20, { quantityAvailable: 10 });
  const deliver = ({ id }: TestProduct): Promise<Answer> =>
    server.client.as(manager).post(`/admin/products/${id}/stock-movements`, { reason: 'delivery', delta: 1 });

  const [changed, ...delivered] = await Promise.all([
    change(seen(products), { rateBasisPoints: 1000 }),
    ...products.map(deliver),
  ]);

  expect([changed.status, new Set(delivered.map(({ status }) => status))]).toEqual([200, new Set([201])]);
  expect(
    (await all(products)).map(({ ratePerUnit, quantityAvailable }) => [ratePerUnit, quantityAvailable]),
  ).toEqual(products.map(() => [5500, 11]));
});
