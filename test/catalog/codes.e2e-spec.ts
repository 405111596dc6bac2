import {
  changeProduct,
  newProduct,
  newSection,
  type TestProduct,
  type TestSection,
} from '../factories/catalog.js';
import { newGtin } from '../factories/gtins.js';
import { newManager, signInAdmin, type TestUser } from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

interface Barcode {
  readonly code: string;
  readonly quantity: number;
}

interface CodedProduct extends TestProduct {
  readonly sku: string | null;
  readonly barcodes: readonly Barcode[];
}

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

let lastSku = 0;

/** Returns an SKU that no other test has. */
function newSku(): string {
  lastSku += 1;
  return `SKU ${process.pid}-${Date.now()}-${lastSku}`;
}

async function newCoded(values: object = {}): Promise<CodedProduct> {
  return (await newProduct(server, manager, { sectionId: section.id, ...values })) as CodedProduct;
}

function setBarcodes(
  { id, version }: Pick<TestProduct, 'id' | 'version'>,
  barcodes: readonly unknown[],
): Promise<ApiResponse<CodedProduct & Problem>> {
  return server.client.as(manager).put(`/admin/products/${id}/barcodes`, { version, barcodes });
}

async function found(query: Readonly<Record<string, string>>): Promise<string[]> {
  const response = await server.client.as(manager).get<{ items: TestProduct[] }>('/admin/products', query);
  return bodyOf(response, 200).items.map(({ id }) => id);
}

it('gives a product an SKU, by which staff find it', async () => {
  const sku = newSku();
  const product = await newCoded({ sku: ` ${sku} ` });
  expect(product.sku).toBe(sku);
  expect(await found({ code: sku })).toEqual([product.id]);
  expect(await found({ q: sku })).toContain(product.id);
  expect(await found({ code: sku.toLowerCase() })).toEqual([]);
  expect(bodyOf(await server.client.get(`/products/${product.id}`), 200)).not.toHaveProperty('sku');
});

it('changes and removes an SKU, and names the product that has it already', async () => {
  const [sku, other] = [newSku(), newSku()];
  const holder = await newCoded({ sku });
  const product = await newCoded({ sku: other });
  const refused = await changeProduct(server, manager, product, { sku });
  expect(refused).toMatchObject({
    status: 409,
    body: {
      code: 'catalog.code-taken',
      productName: holder.name,
      errors: [{ field: 'sku', code: 'catalog.code-taken' }],
    },
  });
  expect(bodyOf(await changeProduct(server, manager, holder, { sku: null }), 200)).toMatchObject({
    sku: null,
  });
  expect(bodyOf(await changeProduct(server, manager, product, { sku }), 200)).toMatchObject({ sku });
  expect(await found({ code: other })).toEqual([]);
});

it('refuses a new product whose SKU another has', async () => {
  const sku = newSku();
  await newCoded({ sku });
  const response = await server.client.as(manager).post<Problem>('/admin/products', {
    ...{ sectionId: section.id, name: `Second ${sku}`, unitType: 'kg', ratePerUnit: 100, sku },
  });
  expect(response).toMatchObject({ status: 409, body: { code: 'catalog.code-taken' } });
});

it.each([[''], ['   '], ['x'.repeat(41)], [5], ['\u200b']])('refuses the SKU %j', async (sku) => {
  const product = await newCoded();
  const response = await changeProduct(server, manager, product, { sku });
  expect(response).toMatchObject({ status: 400, body: { errors: [{ field: 'sku' }] } });
});

it('gives only one of several products an SKU that all ask for at once', async () => {
  const sku = newSku();
  const products = await Promise.all(Array.from({ length: 6 }, async () => newCoded()));
  const responses = await Promise.all(
    products.map(async (product) => changeProduct(server, manager, product, { sku })),
  );
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  expect(await found({ code: sku })).toHaveLength(1);
});

it('gives a product the barcodes of its packs, by each of which staff find it', async () => {
  const product = await newCoded();
  const [single, dozen] = [newGtin(), newGtin()];
  const changed = bodyOf(
    await setBarcodes(product, [
      { code: dozen, quantity: 12 },
      { code: single, quantity: 1 },
    ]),
    200,
  );
  expect(changed.barcodes).toEqual([
    { code: single, quantity: 1 },
    { code: dozen, quantity: 12 },
  ]);
  expect(changed.version).toBe(product.version + 1);
  for (const code of [single, dozen, `0${single}`, single.replace(/^(.)(.{6})/, '$1 $2 ')]) {
    expect(await found({ code })).toEqual([product.id]);
  }
  expect(await found({ q: single })).toEqual([product.id]);
  const [entry] = await new AuditLog(server, admin).entries({ subjectId: product.id });
  expect(entry).toMatchObject({
    action: 'catalog.product-changed',
    before: { barcodes: '' },
    after: { barcodes: `${single}; ${dozen}*12` },
  });
});

it('replaces barcodes, and frees those that are gone for another product', async () => {
  const [product, other] = [await newCoded(), await newCoded()];
  const code = newGtin();
  const changed = bodyOf(await setBarcodes(product, [{ code, quantity: 1 }]), 200);
  expect(
    await setBarcodes(other, [
      { code: newGtin(), quantity: 1 },
      { code, quantity: 6 },
    ]),
  ).toMatchObject({
    status: 409,
    body: {
      code: 'catalog.code-taken',
      productName: product.name,
      errors: [{ field: 'barcodes.1.code', code: 'catalog.code-taken' }],
    },
  });
  bodyOf(await setBarcodes(changed, []), 200);
  bodyOf(await setBarcodes(other, [{ code, quantity: 6 }]), 200);
  expect(await found({ code })).toEqual([other.id]);
});

it('does nothing if the barcodes are the same', async () => {
  const product = await newCoded();
  const barcodes = [{ code: newGtin(), quantity: 1 }];
  const changed = bodyOf(await setBarcodes(product, barcodes), 200);
  expect(bodyOf(await setBarcodes(changed, barcodes), 200).version).toBe(changed.version);
  expect(await setBarcodes(product, barcodes)).toMatchObject({
    status: 409,
    body: { code: 'request.stale-version' },
  });
});

it.each([
  ['a wrong check digit', [{ code: '4006381333932', quantity: 1 }], 'barcodes.0.code', 'field.is-gtin'],
  [
    'a code of the store’s own scales',
    [{ code: '2012345678903', quantity: 1 }],
    'barcodes.0.code',
    'field.is-gtin',
  ],
  ['a number', [{ code: 4006381333931, quantity: 1 }], 'barcodes.0.code', 'field.is-gtin'],
  ['no quantity', [{ code: '4006381333931', quantity: 0 }], 'barcodes.0.quantity', 'field.is-not-in'],
  [
    'four decimals',
    [{ code: '4006381333931', quantity: 0.0001 }],
    'barcodes.0.quantity',
    'field.is-quantity',
  ],
  ['a text', ['4006381333931'], 'barcodes', 'field.is-object'],
  [
    'too many',
    Array.from({ length: 21 }, () => ({ code: '4006381333931', quantity: 1 })),
    'barcodes',
    'field.array-max-size',
  ],
])('refuses barcodes with %s', async (_, barcodes, field, code) => {
  const response = await setBarcodes(await newCoded(), barcodes);
  expect(response.status).toBe(400);
  expect(response.body.errors).toContainEqual(expect.objectContaining({ field, code }));
});

it('refuses a barcode that is in the list twice, in any form', async () => {
  const code = newGtin();
  const response = await setBarcodes(await newCoded(), [
    { code, quantity: 1 },
    { code: `0${code}`, quantity: 12 },
  ]);
  expect(response).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'barcodes.1.code', code: 'catalog.barcode-twice' }] },
  });
});

it('gives only one of several products a barcode that all ask for at once', async () => {
  const code = newGtin();
  const products = await Promise.all(Array.from({ length: 6 }, async () => newCoded()));
  const responses = await Promise.all(
    products.map(async (product) => setBarcodes(product, [{ code, quantity: 1 }])),
  );
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  expect(await found({ code })).toHaveLength(1);
});

it('frees the codes of a deleted product', async () => {
  const [sku, code] = [newSku(), newGtin()];
  const product = await newCoded({ sku });
  const { version } = bodyOf(await setBarcodes(product, [{ code, quantity: 1 }]), 200);
  const deleted = await server.client.as(manager).delete(`/admin/products/${product.id}?version=${version}`);
  expect(deleted.status).toBe(204);
  const next = await newCoded({ sku });
  bodyOf(await setBarcodes(next, [{ code, quantity: 1 }]), 200);
  expect(await found({ code })).toEqual([next.id]);
});
