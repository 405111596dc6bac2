import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { fillCart } from '../factories/orders.js';
import { setPricing, setTax } from '../factories/settings.js';
import { newTaxClass } from '../factories/taxes.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;
let sectionId: string;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  sectionId = (await newSection(server, admin)).id;
});

describe('the tax that prices include', () => {
  interface Taxed {
    readonly total: number;
    readonly includedTax: number | null;
  }
  const quote = async (items: readonly object[]): Promise<Taxed> =>
    bodyOf(await server.client.post<Taxed>('/cart/quote', { items }), 200);

  it('is stated by a registered store alone, at the rates of the day, for goods and charges', async () => {
    const five = await newTaxClass(server, admin, { rates: [{ validFrom: '2020-01-01', percent: 5 }] });
    const eighteen = await newTaxClass(server, admin);
    const plain = await newProduct(server, manager, { sectionId, ratePerUnit: 10_500 });
    const taxed = await newProduct(server, manager, {
      sectionId,
      ratePerUnit: 11_800,
      taxClassId: eighteen.id,
    });
    const items = [plain, taxed].map(({ id: productId }) => ({ productId, quantity: 1 }));
    await setTax(server, admin, { scheme: 'unregistered', defaultClassId: five.id });
    expect(await quote(items)).toMatchObject({ total: 22_300, includedTax: null });
    await setTax(server, admin, { scheme: 'composition', defaultClassId: five.id });
    expect(await quote(items)).toMatchObject({ includedTax: null });
    await setTax(server, admin, { defaultClassId: five.id });
    expect(await quote(items)).toMatchObject({ total: 22_300, includedTax: 500 + 1_800 });
    await setPricing(server, admin, { deliveryFee: 2_230 });
    // A tenth of the goods: ₹10.50 at 5 % and ₹11.80 at 18 %.
    expect(await quote(items)).toMatchObject({ total: 24_530, includedTax: 2_300 + 50 + 180 });
    await setTax(server, admin, { defaultClassId: five.id, chargesClassId: eighteen.id });
    expect(await quote(items)).toMatchObject({ includedTax: 2_300 + 340 });

    const shopper = await newShopper(server);
    await fillCart(server, shopper, { [taxed.id]: 1 });
    const cart = bodyOf(await server.client.as(shopper).get<Taxed>('/cart'), 200);
    expect(cart).toMatchObject({ total: 11_800 + 2_230, includedTax: 1_800 + 340 });
    const store = bodyOf(await server.client.get<{ taxes: { rates: object[] } }>('/store'), 200);
    expect(store.taxes).toMatchObject({
      ...{ regime: 'gst_in', defaultClassId: five.id, chargesClassId: eighteen.id },
      rates: expect.arrayContaining([
        { taxClassId: five.id, rate: 5_000, cess: 0 },
        { taxClassId: eighteen.id, rate: 18_000, cess: 0 },
      ]) as object[],
    });
    const zero = { version: 1, rates: [{ validFrom: '2020-01-01', percent: 0 }] };
    bodyOf(await server.client.as(admin).put(`/admin/tax-classes/${five.id}/rates`, zero), 200);
    expect(await quote([{ productId: plain.id, quantity: 1 }])).toMatchObject({ includedTax: 340 });
    await setPricing(server, admin, {});
    await setTax(server, admin, { scheme: 'unregistered' });
    const free = bodyOf(await server.client.get<{ taxes: null }>('/store'), 200);
    expect(free.taxes).toBeNull();
  });
});

it('counts and filters products on sale without an HSN code, where documents need it', async () => {
  const { id } = await newSection(server, admin);
  const [coded, plain, hidden] = await Promise.all(
    [{ hsn: '0702' }, {}, { published: false }].map((values) =>
      newProduct(server, manager, { sectionId: id, ...values }),
    ),
  );
  const idsOf = async (query: Record<string, string>): Promise<string[]> => {
    const found = await server.client
      .as(manager)
      .get<{ items: TestProduct[] }>('/admin/products', { sectionId: id, ...query });
    return bodyOf(found, 200).items.map((product) => product.id);
  };
  expect(await idsOf({ hasHsn: 'true' })).toEqual([coded?.id]);
  expect((await idsOf({ hasHsn: 'false' })).toSorted()).toEqual([plain?.id, hidden?.id].toSorted());

  const counted = async (): Promise<number> =>
    bodyOf(await server.client.as(manager).get<{ withoutHsn: number }>('/admin/dashboard'), 200).withoutHsn;
  await setTax(server, admin, { scheme: 'composition' });
  expect(await counted()).toBe(0);
  await setTax(server, admin, { regime: 'vat' });
  expect(await counted()).toBe(0);
  await setTax(server, admin);
  const all = await counted();
  await newProduct(server, manager, { sectionId: id });
  await newProduct(server, manager, { sectionId: id, hsn: '0702' });
  expect([all > 0, await counted()]).toEqual([true, all + 1]);
  await setTax(server, admin, { scheme: 'unregistered' });
});

describe('PUT /admin/settings/tax', () => {
  const put = (value: object, version = 0): Promise<ApiResponse<Problem>> =>
    server.client.as(admin).put('/admin/settings/tax', { version, value });
  const VALUE = { regime: 'gst_in', scheme: 'regular', defaultClassId: null, chargesClassId: null };

  it.each([
    ['an unknown regime', { regime: 'gst_au' }, 'value.regime'],
    ['an unknown scheme', { scheme: 'none' }, 'value.scheme'],
    ['a class that is no ID', { defaultClassId: 'gst-18' }, 'value.defaultClassId'],
    ['a state that India has not', { state: '25' }, 'value.state'],
    ['an unknown field', { country: 'IN' }, 'value.country'],
  ])('refuses %s', async (_, values, field) => {
    const { errors } = bodyOf(await put({ ...VALUE, ...values }), 400);
    expect(errors?.map((error) => error.field)).toContain(field);
  });

  it('refuses settings of which one is missing', async () => {
    const { chargesClassId: _, ...rest } = VALUE;
    expect(bodyOf(await put(rest), 400).errors?.[0]?.field).toBe('value.chargesClassId');
  });

  it('refuses composition beyond the Indian GST, and a class that there is not', async () => {
    const { version } = bodyOf(
      await server.client.as(admin).get<{ tax: { version: number } }>('/admin/settings'),
      200,
    ).tax;
    const contradiction = await put({ ...VALUE, regime: 'vat', scheme: 'composition' }, version);
    expect(bodyOf(contradiction, 422).errors).toMatchObject([
      { field: 'value.regime', code: 'settings.contradiction' },
      { field: 'value.scheme', code: 'settings.contradiction' },
    ]);
    expect(bodyOf(await put({ ...VALUE, defaultClassId: sectionId }, version), 422).errors).toMatchObject([
      { field: 'value.defaultClassId', code: 'tax.class-not-found' },
    ]);
  });
});
