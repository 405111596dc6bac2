import { currentSettings, type TestLegal } from '../factories/settings.js';
import { newManager, signInAdmin, type TestUser } from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

const NOTHING: TestLegal = {
  name: '',
  address: { line1: '', line2: '', city: '', postalCode: '' },
  ...{ taxNumber: '', licence: '' },
};
const BUSINESS: TestLegal = {
  name: 'Green Basket Retail Ltd',
  address: { line1: '12, Market Road', line2: '', city: 'Bengaluru', postalCode: '560003' },
  ...{ taxNumber: '29AAGCB7383J1Z4', licence: '10012011000123' },
};

let server: Server;
let admin: TestUser;

/** Saves who sells, based on the version that is saved now. */
async function save(value: object): Promise<ApiResponse<Problem>> {
  const { version } = (await currentSettings(server, admin)).legal;
  return server.client.as(admin).put('/admin/settings/legal', { version, value });
}

const stated = async (): Promise<TestLegal> =>
  bodyOf(await server.client.get<{ legal: TestLegal }>('/store'), 200).legal;

const refusedFields = (response: ApiResponse<Problem>): unknown => {
  const { code, errors } = bodyOf(response, 400);
  return [code, errors?.map((error) => `${error.field} ${error.code}`)];
};

describe('a store in rupees', () => {
  beforeAll(async () => {
    server = await startServer();
    admin = await signInAdmin(server);
  });

  it('states nothing at first, and then who sells', async () => {
    expect([await stated(), (await currentSettings(server, admin)).legal.version]).toEqual([NOTHING, 0]);
    const entries = await new AuditLog(server, admin).leftBy(
      server.client.as(admin),
      (client) => client.put('/admin/settings/legal', { version: 0, value: BUSINESS }),
      200,
    );
    expect(entries).toMatchObject([
      {
        action: 'settings.legal-changed',
        subjectType: 'settings',
        before: { ...NOTHING, address: '' },
        after: { ...BUSINESS, address: '12, Market Road, Bengaluru, 560003' },
      },
    ]);
    expect(await stated()).toEqual(BUSINESS);
  });

  it('takes off space around a text', async () => {
    bodyOf(await save({ ...BUSINESS, name: '  Green Basket  ' }), 200);
    expect((await stated()).name).toBe('Green Basket');
  });

  it.each<[string, object, string]>([
    [
      'a GSTIN with a wrong check character',
      { taxNumber: '29AAGCB7383J1Z5' },
      'value.taxNumber field.is-gstin',
    ],
    ['a VAT number', { taxNumber: 'DE123456789' }, 'value.taxNumber field.is-gstin'],
    ['a licence of 13 digits', { licence: '1001201100012' }, 'value.licence field.is-fssai-licence'],
    ['a field that does not exist', { phone: '1' }, 'value.phone field.unknown'],
    ['a long name', { name: 'a'.repeat(121) }, 'value.name field.max-length'],
  ])('refuses %s', async (_, change, field) => {
    const before = await currentSettings(server, admin);
    expect(refusedFields(await save({ ...BUSINESS, ...change }))).toEqual(['request.invalid', [field]]);
    expect(await currentSettings(server, admin)).toEqual(before);
  });

  it('leaves the charges alone', async () => {
    const { pricing } = await currentSettings(server, admin);
    bodyOf(await save(NOTHING), 200);
    expect((await currentSettings(server, admin)).pricing).toEqual(pricing);
  });

  it('shows its settings to no manager', async () => {
    const manager = await newManager(server);
    expect((await server.client.as(manager).get('/admin/settings')).status).toBe(403);
  });
});

describe('a store in euros', () => {
  beforeAll(async () => {
    server = await startServer({ env: { STORE_CURRENCY: 'EUR', STORE_LOCALE: 'de-DE' } });
    admin = await signInAdmin(server);
  });

  it('has a VAT number, and any licence', async () => {
    const value = { ...BUSINESS, taxNumber: 'DE123456789', licence: 'A 17/4' };
    bodyOf(await save(value), 200);
    expect(await stated()).toEqual(value);
  });

  it('refuses what is no VAT number', async () => {
    expect(refusedFields(await save({ ...BUSINESS, taxNumber: '123' }))).toEqual([
      'request.invalid',
      ['value.taxNumber field.is-vat-id'],
    ]);
  });
});

it('accepts any tax number where there is neither a GSTIN nor a VAT number', async () => {
  server = await startServer({ env: { STORE_CURRENCY: 'AED', STORE_LOCALE: 'en-AE' } });
  admin = await signInAdmin(server);
  bodyOf(await save({ ...BUSINESS, taxNumber: '100123456700003' }), 200);
});
