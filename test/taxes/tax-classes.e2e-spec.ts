import { DAY_MS } from '../../src/platform/common/durations.js';
import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { setTax } from '../factories/settings.js';
import { newTaxClass, taxClassBody, type TestTaxClass } from '../factories/taxes.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

const SINCE_2020 = [{ validFrom: '2020-01-01', percent: 18 }];
const TOMORROW = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10);

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

type Answer = ApiResponse<TestTaxClass & Problem>;

const post = (body: object): Promise<Answer> => server.client.as(admin).post('/admin/tax-classes', body);
const patch = ({ id }: { id: string }, body: object): Promise<Answer> =>
  server.client.as(admin).patch(`/admin/tax-classes/${id}`, body);
const setRates = ({ id }: { id: string }, body: object): Promise<Answer> =>
  server.client.as(admin).put(`/admin/tax-classes/${id}/rates`, body);
const remove = ({ id, version }: TestTaxClass): Promise<Answer> =>
  server.client.as(admin).delete(`/admin/tax-classes/${id}?version=${version}`);
const shown = async ({ id }: { id: string }): Promise<TestTaxClass> =>
  bodyOf(await server.client.as(manager).get<TestTaxClass>(`/admin/tax-classes/${id}`), 200);

describe('a tax class', () => {
  it('has rates by day, of which the latest that has begun applies', async () => {
    const rates = [
      { validFrom: '2017-07-01', percent: 28, cessPercent: 12 },
      { validFrom: TOMORROW, percent: 40 },
      { validFrom: '2025-09-22', percent: 0.25 },
    ];
    const { id } = bodyOf(await post(taxClassBody({ rates })), 201);
    expect(await shown({ id })).toMatchObject({
      rates: [
        { validFrom: TOMORROW, percent: 40, cessPercent: 0 },
        { validFrom: '2025-09-22', percent: 0.25, cessPercent: 0 },
        { validFrom: '2017-07-01', percent: 28, cessPercent: 12 },
      ],
      current: { validFrom: '2025-09-22', percent: 0.25, cessPercent: 0 },
      ...{ exempt: false, products: 0, version: 1 },
    });
  });

  it('is not taxed before its first day', async () => {
    const { current } = await newTaxClass(server, admin, { rates: [{ validFrom: TOMORROW, percent: 5 }] });
    expect(current).toBeNull();
  });

  it('is listed by its code, for managers as well', async () => {
    const made = await newTaxClass(server, admin);
    const list = bodyOf(
      await server.client.as(manager).get<{ items: TestTaxClass[] }>('/admin/tax-classes'),
      200,
    );
    const codes = list.items.map(({ code }) => code);
    expect(codes).toContain(made.code);
    expect(codes).toEqual(codes.toSorted());
  });

  it('is changed, and keeps what the change omits', async () => {
    const before = await newTaxClass(server, admin);
    const after = bodyOf(await patch(before, { version: 1, name: '  Sugar & salt ' }), 200);
    expect(after).toEqual({ ...before, name: 'Sugar & salt', version: 2 });
    expect(bodyOf(await patch(before, { version: 1, name: 'Salt' }), 409)).toMatchObject({
      ...{ code: 'request.stale-version', currentVersion: 2 },
    });
  });

  it('gets other rates as a whole, once for each version', async () => {
    const made = await newTaxClass(server, admin);
    const rates = [{ validFrom: '2026-01-01', percent: 5 }];
    const responses = await Promise.all([1, 2].map(() => setRates(made, { version: 1, rates })));
    expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await shown(made)).rates).toEqual([{ ...rates[0], cessPercent: 0 }]);
  });

  it('is deleted while nothing has it', async () => {
    const made = await newTaxClass(server, admin);
    bodyOf(await remove(made), 204);
    bodyOf(await server.client.as(admin).get(`/admin/tax-classes/${made.id}`), 404);
  });

  it('leaves entries in the audit log', async () => {
    const log = new AuditLog(server, admin);
    const body = taxClassBody();
    const [created] = await log.leftBy(
      server.client.as(admin),
      (client) => client.post('/admin/tax-classes', body),
      201,
    );
    expect(created).toMatchObject({
      ...{ action: 'tax.class-created', subjectType: 'tax-class' },
      after: { code: body.code, name: body.name, exempt: false, rates: '2020-01-01: 18 %' },
    });
    const id = created?.subjectId ?? '';
    const rates = [{ validFrom: '2026-01-01', percent: 28, cessPercent: 12 }];
    const entries = await log.leftBy(
      server.client.as(admin),
      (client) => client.put(`/admin/tax-classes/${id}/rates`, { version: 1, rates }),
      200,
    );
    expect(entries).toMatchObject([
      {
        ...{ action: 'tax.rates-changed', subjectId: id },
        before: { rates: '2020-01-01: 18 %' },
        after: { rates: '2026-01-01: 28 % + 12 %' },
      },
    ]);
  });
});

describe('bad input', () => {
  it.each([
    ['a code with capital letters', { code: 'GST-18' }, 'code'],
    ['a code of 21 characters', { code: 'a'.repeat(21) }, 'code'],
    ['a blank name', { name: ' ' }, 'name'],
    [
      'a percentage of four decimals',
      { rates: [{ validFrom: '2026-01-01', percent: 0.0005 }] },
      'rates.0.percent',
    ],
    ['more than 100 percent', { rates: [{ validFrom: '2026-01-01', percent: 100.001 }] }, 'rates.0.percent'],
    ['a negative percentage', { rates: [{ validFrom: '2026-01-01', percent: -1 }] }, 'rates.0.percent'],
    ['a day of the year 0', { rates: [{ validFrom: '0000-01-01', percent: 5 }] }, 'rates.0.validFrom'],
    ['a day that is none', { rates: [{ validFrom: '2026-02-30', percent: 5 }] }, 'rates.0.validFrom'],
    [
      'a cess of null',
      { rates: [{ validFrom: '2026-01-01', percent: 5, cessPercent: null }] },
      'rates.0.cessPercent',
    ],
    ['rates that are no list', { rates: 18 }, 'rates'],
  ])('is %s', async (_, values, field) => {
    const { errors } = bodyOf(await post(taxClassBody(values)), 400);
    expect(errors?.[0]?.field).toBe(field);
  });

  it('is two rates of a day, which are refused wherever they come from', async () => {
    const rates = [...SINCE_2020, { validFrom: '2020-01-01', percent: 5 }];
    const expected = {
      code: 'request.rule-broken',
      errors: [{ field: 'rates.1.validFrom', code: 'tax.rates-overlap' }],
    };
    expect(bodyOf(await post(taxClassBody({ rates })), 422)).toMatchObject(expected);
    const made = await newTaxClass(server, admin);
    expect(bodyOf(await setRates(made, { version: 1, rates }), 422)).toMatchObject(expected);
    expect((await shown(made)).version).toBe(1);
  });

  it('is an exempt class with rates', async () => {
    const expected = { errors: [{ field: 'exempt', code: 'tax.exempt-with-rates' }] };
    expect(bodyOf(await post(taxClassBody({ exempt: true })), 422)).toMatchObject(expected);
    const taxed = await newTaxClass(server, admin);
    expect(bodyOf(await patch(taxed, { version: 1, exempt: true }), 422)).toMatchObject(expected);
    const exempt = await newTaxClass(server, admin, { exempt: true, rates: [] });
    expect(bodyOf(await setRates(exempt, { version: 1, rates: SINCE_2020 }), 422)).toMatchObject(expected);
  });

  it('is the code of another class, one of two at once', async () => {
    const body = taxClassBody();
    const responses = await Promise.all([post(body), post(body)]);
    expect(responses.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const other = await newTaxClass(server, admin);
    expect(bodyOf(await patch(other, { version: 1, code: body.code }), 409)).toMatchObject({
      code: 'tax.code-taken',
      errors: [{ field: 'code' }],
    });
  });
});

describe('a class in use', () => {
  const refused = async (taxClass: TestTaxClass): Promise<object> => bodyOf(await remove(taxClass), 409);

  it('is kept for its products, deleted ones as well', async () => {
    const made = await newTaxClass(server, admin);
    const { id } = await newProduct(server, manager, { sectionId, taxClassId: made.id });
    expect(await shown(made)).toMatchObject({ products: 1 });
    const expected = { code: 'tax.class-in-use', products: 1, isOrdered: false, isInSettings: false };
    expect(await refused(made)).toMatchObject(expected);
    bodyOf(await server.client.as(manager).delete(`/admin/products/${id}?version=1`), 204);
    expect(await shown(made)).toMatchObject({ products: 0 });
    expect(await refused(made)).toMatchObject(expected);
  });

  it('is kept for orders of a product that has another class now', async () => {
    const made = await newTaxClass(server, admin);
    const hsn = '0702';
    const product = await newProduct(server, manager, { sectionId, taxClassId: made.id, hsn, mrp: 5_500 });
    const shopper = await newShopper(server);
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    const body = { version: 1, taxClassId: null, hsn: null, mrp: null };
    bodyOf(await server.client.as(manager).patch(`/admin/products/${product.id}`, body), 200);
    expect(await refused(made)).toMatchObject({ products: 0, isOrdered: true });
    const [line] = await server.rows<{ mrp: number | string }>(
      `SELECT tax_class_id, hsn, mrp FROM order_items WHERE order_id = '${id}'`,
    );
    expect(line).toMatchObject({ tax_class_id: made.id, hsn });
    expect(Number(line?.mrp)).toBe(5_500);
  });

  it('is kept for the settings', async () => {
    const [goods, charges] = [await newTaxClass(server, admin), await newTaxClass(server, admin)];
    await setTax(server, admin, { defaultClassId: goods.id, chargesClassId: charges.id });
    for (const taxClass of [goods, charges])
      expect(await refused(taxClass)).toMatchObject({ isInSettings: true });
    await setTax(server, admin);
    bodyOf(await remove(goods), 204);
  });

  it('is not deleted while products get it', async () => {
    for (let round = 0; round < 5; round++) {
      const made = await newTaxClass(server, admin);
      const [removed, created] = await Promise.all([
        remove(made),
        server.client.as(manager).post<TestProduct & Problem>('/admin/products', {
          ...{ sectionId, name: `Race ${made.code}`, unitType: 'piece', ratePerUnit: 100 },
          taxClassId: made.id,
        }),
      ]);
      expect([
        [204, 422],
        [409, 201],
      ]).toContainEqual([removed.status, created.status]);
    }
  });
});

describe('a product', () => {
  it('has a tax class that shoppers see, and an HSN code that staff see', async () => {
    const { id: taxClassId } = await newTaxClass(server, admin);
    const product = await newProduct(server, manager, { sectionId, taxClassId, hsn: '07020000' });
    expect(product).toMatchObject({ taxClassId, hsn: '07020000' });
    const seen = bodyOf(await server.client.get<Record<string, unknown>>(`/products/${product.id}`), 200);
    expect(seen).toMatchObject({ taxClassId });
    expect(seen).not.toHaveProperty('hsn');
  });

  it.each(['702', '07020', '0702000', 'ABCD', ' 0702', ''])('refuses the HSN code %j', async (hsn) => {
    const product = await newProduct(server, manager, { sectionId });
    const response = await server.client
      .as(manager)
      .patch<Problem>(`/admin/products/${product.id}`, { version: 1, hsn });
    expect(bodyOf(response, 400).errors?.[0]?.field).toBe('hsn');
  });

  it('refuses a class that there is not', async () => {
    const taxClassId = '01933a52-7c1e-7d09-b0a6-0f6e0c1d2e41';
    const product = await newProduct(server, manager, { sectionId });
    const response = await server.client
      .as(manager)
      .patch<Problem>(`/admin/products/${product.id}`, { version: 1, taxClassId });
    expect(bodyOf(response, 422)).toMatchObject({
      errors: [{ field: 'taxClassId', code: 'tax.class-not-found' }],
    });
  });

  it('gets class and HSN code with others at once, and back', async () => {
    const { id: taxClassId } = await newTaxClass(server, admin);
    const products = [
      await newProduct(server, manager, { sectionId }),
      await newProduct(server, manager, { sectionId }),
    ];
    const change = (body: object): Promise<ApiResponse<Problem & { items: Record<string, object>[] }>> =>
      server.client.as(manager).post('/admin/products/bulk-changes', body);
    const seen = products.map(({ id, version }) => ({ id, version }));
    const changed = bodyOf(await change({ products: seen, taxClassId }), 200);
    expect(changed.items.map(({ after }) => after)).toMatchObject([{ taxClassId }, { taxClassId }]);
    const second = seen.map(({ id }) => ({ id, version: 2 }));
    bodyOf(await change({ products: second, hsn: '0702' }), 200);
    const undo = bodyOf(
      await change({ products: seen.map(({ id }) => ({ id, version: 3, taxClassId: null, hsn: null })) }),
      200,
    );
    expect(undo.items.map(({ after }) => after)).toMatchObject([
      { taxClassId: null, hsn: null },
      { taxClassId: null, hsn: null },
    ]);
    const unknown = { products: [{ id: seen[0]?.id, version: 4 }], taxClassId: sectionId };
    expect(bodyOf(await change(unknown), 409)).toMatchObject({ products: [{ code: 'tax.class-not-found' }] });
  });
});
