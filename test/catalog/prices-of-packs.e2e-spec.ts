import { newProduct, newSection, type TestSection } from '../factories/catalog.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { bodyOf, type ApiResponse, type Problem, type Query } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

interface PackedProduct {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly ratePerUnit: number;
  readonly mrp: number | null;
  readonly netContent: { readonly quantity: number; readonly unit: string } | null;
  readonly unitPrice: { readonly rate: number; readonly per: string } | null;
}

/** Half a kilogram for ₹48, of which the pack says ₹55. */
const FLOUR = { unitType: 'pack', ratePerUnit: 4800, mrp: 5500, netContent: { quantity: 500, unit: 'g' } };

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

async function newPacked(values: object = {}): Promise<PackedProduct> {
  const product = await newProduct(server, manager, { sectionId: section.id, ...FLOUR, ...values });
  return product as unknown as PackedProduct;
}

function change(
  { id, version }: Pick<PackedProduct, 'id' | 'version'>,
  values: object,
): Promise<ApiResponse<PackedProduct & Problem>> {
  return server.client.as(manager).patch(`/admin/products/${id}`, { version, ...values });
}

async function shown(id: string): Promise<PackedProduct> {
  return bodyOf(await server.client.get<PackedProduct>(`/products/${id}`), 200);
}

it('shows shoppers the maximum retail price, the contents and what they cost per kilogram', async () => {
  const { id } = await newPacked();
  const expected = { mrp: 5500, netContent: FLOUR.netContent, unitPrice: { rate: 9600, per: 'kg' } };
  expect(await shown(id)).toMatchObject(expected);
  const list = await server.client.get<{ items: PackedProduct[] }>('/products', { section: section.slug });
  expect(bodyOf(list, 200).items.find((product) => product.id === id)).toMatchObject(expected);
});

it('has neither for a product of which no one said it, and the rate itself per kilogram for what is weighed', async () => {
  const bunch = await newPacked({ unitType: 'bunch', mrp: null, netContent: null });
  expect(await shown(bunch.id)).toMatchObject({ mrp: null, netContent: null, unitPrice: null });
  const loose = await newPacked({ unitType: 'g', ratePerUnit: 38, mrp: null, netContent: null });
  expect(await shown(loose.id)).toMatchObject({ unitPrice: { rate: 38_000, per: 'kg' } });
});

it('changes both, keeps what a change omits, and clears them with null', async () => {
  const product = await newPacked();
  const changed = bodyOf(
    await change(product, { ratePerUnit: 5000, netContent: { quantity: 0.5, unit: 'g' } }),
    200,
  );
  expect(changed).toMatchObject({ mrp: 5500, unitPrice: { rate: 10_000_000, per: 'kg' } });
  const cleared = bodyOf(await change(changed, { mrp: null, netContent: null }), 200);
  expect(cleared).toMatchObject({ ratePerUnit: 5000, mrp: null, netContent: null, unitPrice: null });
});

it('writes both to the audit log', async () => {
  const product = await newPacked();
  bodyOf(await change(product, { mrp: 6000, netContent: { quantity: 750, unit: 'ml' } }), 200);
  const [entry] = await new AuditLog(server, admin).entries({ subjectId: product.id });
  expect(entry).toMatchObject({
    action: 'catalog.product-changed',
    before: { mrp: 5500, netContent: '500 g' },
    after: { mrp: 6000, netContent: '750 ml' },
  });
});

describe('a rate above the maximum retail price', () => {
  it.each([
    ['a higher rate', { ratePerUnit: 5501 }],
    ['a lower maximum', { mrp: 4799 }],
  ])('is refused: %s', async (_, values) => {
    const product = await newPacked();
    const problem = bodyOf(await change(product, values), 422);
    expect(problem.errors).toEqual([
      expect.objectContaining({ field: 'ratePerUnit', code: 'catalog.above-mrp' }),
    ]);
    expect(await shown(product.id)).toMatchObject({ ratePerUnit: 4800, mrp: 5500 });
    bodyOf(await change(product, { ratePerUnit: 5500 }), 200);
  });

  it('is refused for a new product', async () => {
    const body = { sectionId: section.id, name: 'Too dear', ...FLOUR, ratePerUnit: 5501 };
    const problem = bodyOf(await server.client.as(manager).post<Problem>('/admin/products', body), 422);
    expect(problem.errors?.[0]).toMatchObject({ code: 'catalog.above-mrp' });
  });

  it('stops a raise of many rates, by name', async () => {
    const [free, bound] = [await newPacked({ mrp: null }), await newPacked()];
    const body = {
      products: [free, bound].map(({ id, version }) => ({ id, version })),
      rateBasisPoints: 2000,
    };
    const problem = bodyOf(
      await server.client
        .as(manager)
        .post<Problem & { products: object[] }>('/admin/products/bulk-changes', body),
      422,
    );
    expect(problem.products).toEqual([
      expect.objectContaining({ id: bound.id, name: bound.name, code: 'catalog.above-mrp' }),
    ]);
    expect(await shown(free.id)).toMatchObject({ ratePerUnit: 4800 });
  });
});

it('refuses contents of what is sold by weight, also when its unit changes', async () => {
  const product = await newPacked();
  const problem = bodyOf(await change(product, { unitType: 'kg' }), 422);
  expect(problem.errors?.[0]).toMatchObject({ field: 'netContent', code: 'catalog.content-of-measure' });
});

it.each([
  ['mrp', -1],
  ['mrp', 1.5],
  ['mrp', '5500'],
  ['mrp', 100_000_001],
  ['netContent', 500],
  ['netContent', '500 g'],
  ['netContent', []],
  ['netContent', {}],
  ['netContent', { quantity: 0, unit: 'g' }],
  ['netContent', { quantity: -1, unit: 'g' }],
  ['netContent', { quantity: 1.2345, unit: 'g' }],
  ['netContent', { quantity: 100_001, unit: 'g' }],
  ['netContent', { quantity: 500, unit: 'kg' }],
  ['netContent', { quantity: 500 }],
  ['netContent', { quantity: 500, unit: 'g', more: 1 }],
])('refuses %s of %j', async (field, value) => {
  const product = await newPacked();
  const problem = bodyOf(await change(product, { [field]: value }), 400);
  expect(problem.errors?.[0]?.field).toMatch(new RegExp(`^${field}`));
});

it('sorts and filters packs of known contents by the kilogram, beside what is weighed', async () => {
  const { id: sectionId, slug } = await newSection(server, admin);
  const packs: readonly (readonly [string, object])[] = [
    ['Loose at 90', { unitType: 'kg', ratePerUnit: 9000, mrp: null, netContent: null }],
    ['Half a kilogram at 48', {}],
    ['65 g at 10', { ratePerUnit: 1000, mrp: null, netContent: { quantity: 65, unit: 'g' } }],
    ['A litre at 20', { ratePerUnit: 2000, mrp: null, netContent: { quantity: 1000, unit: 'ml' } }],
    ['Six eggs at 85', { ratePerUnit: 8500, mrp: null, netContent: { quantity: 6, unit: 'piece' } }],
    ['Unknown at 1', { ratePerUnit: 100, mrp: null, netContent: null }],
  ];
  for (const [name, values] of packs) await newPacked({ sectionId, name, ...values });
  const names = async (query: Query): Promise<string[]> => {
    const response = await server.client.get<{ items: PackedProduct[] }>('/products', {
      section: slug,
      ...query,
    });
    return bodyOf(response, 200).items.map(({ name }) => name);
  };
  const byRate = packs.map(([name]) => name);
  expect(await names({ sort: 'rate' })).toEqual(byRate);
  expect(await names({ sort: '-rate' })).toEqual(byRate.toReversed());
  expect(await names({ sort: 'rate', minRate: 9500, maxRate: 9700 })).toEqual(['Half a kilogram at 48']);
  expect(await names({ sort: 'rate', maxRate: 1417 })).toEqual(['Six eggs at 85', 'Unknown at 1']);
});

it('keeps what two people change at once: the second gets a conflict', async () => {
  const product = await newPacked();
  const [first, second] = await Promise.all([
    change(product, { ratePerUnit: 5500 }),
    change(product, { mrp: 4800 }),
  ]);
  expect([first.status, second.status].toSorted()).toEqual([200, 409]);
  const { ratePerUnit, mrp } = await shown(product.id);
  expect(ratePerUnit).toBeLessThanOrEqual(mrp ?? 0);
});

it('shows them in a cart', async () => {
  const product = await newPacked();
  const shopper = await newShopper(server);
  const cart = await server.client
    .as(shopper)
    .put<{ items: { product: PackedProduct }[] }>(`/cart/items/${product.id}`, { quantity: 1 });
  expect(bodyOf(cart, 200).items[0]?.product).toMatchObject({
    mrp: 5500,
    unitPrice: { rate: 9600, per: 'kg' },
  });
});
