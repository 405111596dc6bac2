import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { documentOf, newBilledOrder } from '../factories/documents.js';
import {
  BUSINESS,
  currentSettings,
  setLegal,
  setTax,
  type TestDocumentSettings,
} from '../factories/settings.js';
import { newTaxClass, type TestTaxClass } from '../factories/taxes.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { fiscalYear } from '../support/actions/documents.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

const YEAR = fiscalYear();
const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' }).format();

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let sectionId: string;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  shopper = await newShopper(server);
  sectionId = (await newSection(server, admin)).id;
});

/** Sells one product. Returns the number of the document. */
async function numberOfNext(product: TestProduct): Promise<string> {
  const users = { shopper, staff: manager };
  return (await newBilledOrder(server, users, { [product.id]: 1 })).document.number;
}

describe('the numbers of documents', () => {
  const put = (value: object, version: number): Promise<ApiResponse<Problem>> =>
    server.client.as(admin).put('/admin/settings/documents', { value, version });
  const numbering = async (changes: Partial<TestDocumentSettings>): Promise<void> => {
    const { value, version } = (await currentSettings(server, admin)).documents;
    bodyOf(await put({ ...value, ...changes }, version), 200);
  };
  let product: TestProduct;
  let defaults: TestDocumentSettings;
  beforeAll(async () => {
    product = await newProduct(server, manager, { sectionId });
    defaults = (await currentSettings(server, admin)).documents.value;
  });

  it('begin with 1 for each prefix and fiscal year, and go on where they had been', async () => {
    expect(await numberOfNext(product)).toBe(`BIL/${YEAR}/000001`);
    await numbering({ prefixes: { ...defaults.prefixes, bill: 'GB' } });
    expect(await numberOfNext(product)).toBe(`GB/${YEAR}/000001`);
    await numbering({ fiscalYearStart: '01-01' });
    expect(await numberOfNext(product)).toBe(`GB/${TODAY.slice(0, 4)}/000001`);
    expect(await numberOfNext(product)).toBe(`GB/${TODAY.slice(0, 4)}/000002`);
    await numbering(defaults);
    expect(await numberOfNext(product)).toBe(`BIL/${YEAR}/000002`);
  });

  it('are never continued by another kind', async () => {
    const { value, version } = (await currentSettings(server, admin)).documents;
    const prefixes = { ...value.prefixes, bill: 'XY', taxInvoice: 'BIL' };
    const refused = await put({ ...value, prefixes }, version);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      errors: [{ field: 'value.prefixes.taxInvoice', code: 'settings.contradiction' }],
    });
  });

  it('are changed once for each version, and leave an entry in the audit log', async () => {
    const { value, version } = (await currentSettings(server, admin)).documents;
    const changed = { ...value, fiscalYearStart: '07-01' };
    const entries = await new AuditLog(server, admin).leftBy(
      server.client.as(admin),
      (client) => client.put('/admin/settings/documents', { value: changed, version }),
      200,
    );
    expect(entries).toMatchObject([
      {
        ...{ action: 'settings.documents-changed', subjectType: 'settings' },
        before: { fiscalYearStart: '04-01', prefixes: 'INV, BOS, ICB, BIL, CN' },
        after: { fiscalYearStart: '07-01', prefixes: 'INV, BOS, ICB, BIL, CN' },
      },
    ]);
    expect(bodyOf(await put(value, version), 409)).toMatchObject({
      ...{ code: 'request.stale-version', currentVersion: version + 1 },
    });
    await numbering(defaults);
  });

  it.each(['02-29', '02-30', '04-31', '13-01', '00-10', '4-1', '2026-04-01', ''])(
    'begin on no day that some year lacks, such as %j',
    async (fiscalYearStart) => {
      const { value, version } = (await currentSettings(server, admin)).documents;
      const { errors } = bodyOf(await put({ ...value, fiscalYearStart }, version), 400);
      expect(errors?.map(({ field }) => field)).toEqual(['value.fiscalYearStart']);
    },
  );

  it.each(['', 'inv', 'INVO', 'I1', 'I V', '१', 'INV\n'])('have no prefix such as %j', async (taxInvoice) => {
    const { value, version } = (await currentSettings(server, admin)).documents;
    const body = { ...value, prefixes: { ...value.prefixes, taxInvoice } };
    const { errors } = bodyOf(await put(body, version), 400);
    expect(errors?.map(({ field }) => field)).toEqual(['value.prefixes.taxInvoice']);
  });
});

describe('a tax class that a document states', () => {
  const SINCE_2020 = { validFrom: '2020-01-01', percent: 18 };
  const LATER = { validFrom: '2099-04-01', percent: 40 };
  let stated: TestTaxClass;
  beforeAll(async () => {
    stated = await newTaxClass(server, admin, { rates: [SINCE_2020, LATER] });
    await setLegal(server, admin, BUSINESS);
    await setTax(server, admin, { defaultClassId: stated.id });
    const plain = await newProduct(server, manager, { sectionId, ratePerUnit: 11_800 });
    const users = { shopper, staff: manager };
    const { document } = await newBilledOrder(server, users, { [plain.id]: 1 });
    expect((await documentOf(server, manager, document.id)).lines[0]?.taxable).toBe(10_000);
  });

  const setRates = async (rates: readonly object[]): Promise<ApiResponse<TestTaxClass & Problem>> => {
    const path = `/admin/tax-classes/${stated.id}`;
    const { version } = bodyOf(await server.client.as(admin).get<TestTaxClass>(path), 200);
    return server.client.as(admin).put(`${path}/rates`, { version, rates });
  };

  it.each<[string, object[]]>([
    ['another percentage', [{ ...SINCE_2020, percent: 5 }, LATER]],
    ['a cess', [{ ...SINCE_2020, cessPercent: 1 }, LATER]],
    ['another first day', [{ ...SINCE_2020, validFrom: '2021-01-01' }, LATER]],
    ['a rate from today on', [SINCE_2020, { validFrom: TODAY, percent: 5 }, LATER]],
    ['a rate of long ago', [{ validFrom: '2017-07-01', percent: 28 }, SINCE_2020, LATER]],
    ['no rate', [LATER]],
  ])('gets no other past: %s', async (_, rates) => {
    expect(bodyOf(await setRates(rates), 422)).toMatchObject({ code: 'tax.rate-in-use', today: TODAY });
  });

  it('gets another future', async () => {
    const rates = [{ validFrom: '2098-04-01', percent: 5 }, SINCE_2020];
    expect(bodyOf(await setRates(rates), 200).rates).toMatchObject(rates);
    expect(bodyOf(await setRates([SINCE_2020]), 200).rates).toMatchObject([SINCE_2020]);
  });

  it('is kept for the document alone, when no product, order or setting has it', async () => {
    const remove = async ({ id }: TestTaxClass): Promise<ApiResponse<Problem>> => {
      const path = `/admin/tax-classes/${id}`;
      const { version } = bodyOf(await server.client.as(admin).get<TestTaxClass>(path), 200);
      return server.client.as(admin).delete(`${path}?version=${version}`);
    };
    const other = await newTaxClass(server, admin);
    await setTax(server, admin);
    expect(bodyOf(await remove(stated), 409)).toMatchObject({
      ...{ code: 'tax.class-in-use', products: 0, isOrdered: true, isInSettings: false },
    });
    bodyOf(await remove(other), 204);
  });
});
