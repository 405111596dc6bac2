import { CustomersService } from '../../src/customers/customers.service.js';
import { NO_PASSWORD } from '../../src/platform/access/no-password.js';
import { sql } from '../../src/platform/database/transaction.js';
import { newWorkbook } from '../factories/workbook.js';
import { insertUser } from '../factories/rows.js';
import { ImportStore } from '../support/actions/imports.js';
import { testConfig } from '../support/stores/config.js';

let store: ImportStore;
let customers: CustomersService;
beforeAll(async () => {
  store = await ImportStore.open();
  customers = new CustomersService(testConfig({}), store.database, store.clock);
});
afterEach(() => store.clear());

const HEADER = 'Name,E-Mail,Phone,Address,City,Postal code,Language,Notes,State';

const check = (content: string | Buffer, reading = {}) =>
  store.importFile(content, { kind: 'customers', owner: store.admin, dryRun: true, reading });
const apply = (content: string | Buffer) =>
  store.importFile(content, { kind: 'customers', owner: store.admin });

interface Account {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  readonly display_name: string;
  readonly locale: string;
  readonly [column: string]: unknown;
}

async function accountOf(email: string): Promise<Account | undefined> {
  return store.database.read.row<Account>(sql`SELECT * FROM users WHERE email = ${email}`);
}

/** Returns the number of mails, and of events that lead to one. */
async function countMails(): Promise<number> {
  const row = await store.database.read.row<{ n: number }>(sql`
    SELECT count(*) AS n FROM outbox_events WHERE type NOT LIKE 'imports.%'`);
  return row?.n ?? -1;
}

describe('an import of customers', () => {
  it('opens accounts without a password, with address, language and note, and mails nothing', async () => {
    const file = [
      HEADER,
      'Asha Rao,Asha.Rao@Example.com,+91 98450 12345,"14, Temple Street",Bengaluru,560004,Hindi,Rings twice,Karnataka',
      'Ravi,ravi@example.com,,,,,,,Kerala',
    ].join('\n');
    const view = await apply(file);
    expect(view).toMatchObject({ kind: 'customers', status: 'done', added: 2, updated: 0 });
    const asha = await accountOf('Asha.Rao@Example.com');
    expect(asha).toMatchObject({
      ...{ username: 'Asha.Rao', email_key: 'asha.rao@example.com', display_name: 'Asha Rao', locale: 'hi' },
      ...{ role: 'user', status: 'approved', password_hash: NO_PASSWORD, email_confirmed_at: null },
    });
    const ravi = await accountOf('ravi@example.com');
    expect(ravi).toMatchObject({ username: 'ravi', locale: 'en-IN' });
    // A state alone is no address.
    expect(await customers.customer(store.admin, ravi!.id)).toMatchObject({ addresses: [] });
    expect(await customers.customer(store.admin, asha!.id)).toMatchObject({
      invitation: { invitedAt: null, againAt: null },
      addresses: [
        {
          name: 'Asha Rao',
          line1: '14, Temple Street',
          city: 'Bengaluru',
          postalCode: '560004',
          state: '29',
          lastOrder: null,
        },
      ],
      notes: [{ text: 'Rings twice', author: 'devi' }],
    });
    for (const q of ['98450 12345', 'temple street'])
      expect(await customers.table({ q, page: 1, pageSize: 5 })).toMatchObject({ items: [{ id: asha!.id }] });
    expect(await countMails()).toBe(0);
    const audit = await store.database.read.rows<{ action: string; actor_id: string }>(sql`
      SELECT action, actor_id FROM audit_entries WHERE subject_id IN (${view.id}, ${asha!.id}) ORDER BY action`);
    expect(audit).toEqual([
      { action: 'customers.imported', actor_id: store.admin.id },
      { action: 'users.imported', actor_id: store.admin.id },
    ]);
  });

  it('adds to an account only what it lacks, and shows it as old and new before', async () => {
    const id = await insertUser(store.database, {
      username: 'meena',
      email: 'meena@example.com',
      passwordHash: 'hash',
    });
    const file = `${HEADER}\nMeena Iyer,MEENA@example.com,98450 1,1 Fort Road,Mysuru,570001,de,Pays cash,`;
    const checked = await check(file);
    expect(checked).toMatchObject({ status: 'done', added: 0, updated: 1 });
    expect(await store.changesOf(checked)).toEqual([
      {
        ...{ line: 2, subject: 'MEENA@example.com', isNew: false, notice: null },
        changes: [
          { field: 'name', before: 'meena', after: 'Meena Iyer' },
          { field: 'address', before: null, after: '1 Fort Road, Mysuru 570001, 98450 1' },
          { field: 'note', before: null, after: 'Pays cash' },
        ],
      },
    ]);
    expect(await accountOf('meena@example.com')).toMatchObject({ display_name: 'meena' });
    await apply(file);
    const meena = {
      display_name: 'Meena Iyer',
      locale: 'en-IN',
      password_hash: 'hash',
      email: 'meena@example.com',
    };
    expect(await accountOf('meena@example.com')).toMatchObject(meena);
    const again = await check(file.replace('Meena Iyer', 'Ravi Kumar'));
    // The address has another name now, and is therefore another one.
    expect((await store.changesOf(again))[0]?.changes.map(({ field }) => field)).toEqual(['address']);
    expect((await customers.customer(store.admin, id)).invitation).toBeNull();
  });

  it('leaves accounts of staff as they are, and says so', async () => {
    const before = await accountOf('asha@example.com');
    const file = `${HEADER}\nThe Boss,ASHA@example.com,1234567,Here,There,1234,,Note,`;
    const checked = await check(file);
    expect(checked).toMatchObject({ status: 'done', added: 0, updated: 0, errorCount: 0 });
    expect(await store.changesOf(checked)).toMatchObject([{ line: 2, notice: 'staff-account', changes: [] }]);
    await apply(file);
    expect(await accountOf('asha@example.com')).toEqual(before);
  });

  it('refuses the whole file if an address occurs twice or is none, a username is taken, or a cell cannot be stored', async () => {
    const file = [
      'name,email,username,phone,locale',
      'A,one@example.com,,,',
      'B,ONE@example.com,,,',
      'C,nonsense,,,',
      'D,,,,',
      'E,two@example.com,asha,,',
      'F,three@example.com,,call me,',
      'G,four@example.com,,,klingonese!',
    ].join('\n');
    const view = await apply(file);
    expect(view).toMatchObject({ status: 'invalid', errorCount: 6 });
    expect((await store.errorsOf(view)).map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'email', 'imports.email-twice'],
      [4, 'email', 'field.is-email'],
      [5, 'email', 'field.is-email'],
      [6, 'username', 'users.username-taken'],
      [7, 'phone', 'field.matches'],
      [8, 'locale', 'field.locale'],
    ]);
    expect(await accountOf('one@example.com')).toBeUndefined();
  });

  it('gives customers whose addresses begin alike different usernames', async () => {
    await apply('email\nsame@example.com\nsame@example.org\nSAME@example.net\nasha@example.org');
    const rows = await store.database.read.rows<{ username: string }>(
      sql`SELECT username FROM users WHERE email LIKE '%example.%' AND password_hash = '!' AND LOWER(email) LIKE 'same%'`,
    );
    const names = rows.map(({ username }) => username.toLowerCase());
    expect(names).toHaveLength(3);
    expect(new Set(names).size).toBe(3);
    expect((await accountOf('asha@example.org'))?.username).toMatch(/^asha-[0-9a-f]{6}$/);
  });

  it('reads the export of another program, in another encoding and as a workbook', async () => {
    const shopify = [
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Address1,Default Address City,Default Address Zip,Phone,Note',
      "1,Zoë,Müller,zoe@example.com,yes,Hauptstraße 1,Köln,'50667,'+49221123456,Stammkundin",
    ].join('\n');
    const checked = await check(Buffer.from(shopify, 'latin1'));
    expect(checked.reading).toMatchObject({ preset: 'Shopify', encoding: 'windows-1252' });
    expect((await store.changesOf(checked))[0]?.changes).toContainEqual({
      ...{ field: 'address', before: null },
      after: 'Hauptstraße 1, Köln 50667, +49221123456',
    });
    const workbook = newWorkbook({
      Kunden: [
        ['Name', 'E-Mail', 'PLZ'],
        ['Zoë', 'zoe@example.com', 50667],
      ],
    });
    expect(await apply(workbook)).toMatchObject({ status: 'done', added: 1 });
  });

  it('is not for managers, and a former admin sees none any more', async () => {
    const view = await check('email\nx@example.com');
    const former = { ...store.admin, role: 'store_manager' as const };
    await expect(store.services.service.view(former, view.id)).rejects.toMatchObject({
      code: 'imports.not-found',
    });
    expect(await store.services.service.table(former, { page: 1, pageSize: 5 })).toMatchObject({ total: 0 });
    expect(
      await store.services.service.table(store.admin, { kind: 'customers', page: 1, pageSize: 5 }),
    ).toMatchObject({ total: 1 });
    expect(
      await store.services.service.table(store.admin, { kind: 'products', page: 1, pageSize: 5 }),
    ).toMatchObject({ total: 0 });
  });

  it('refuses columns of products', async () => {
    const view = await check('email,rate\nx@example.com,5', { columns: ['email', 'price'] });
    expect(await store.errorsOf(view)).toMatchObject([
      { code: 'imports.field-of-other-files', column: 'price' },
    ]);
  });

  it('opens each account once if it is delivered several times, and all after a failure in the middle', async () => {
    const emails = Array.from({ length: 700 }, (_, i) => `many${i}@example.com`);
    const id = await store.services.receive(store.admin.id, ['email', ...emails].join('\n'), {
      kind: 'customers',
    });
    const { writeCustomers } = store.services;
    const run = writeCustomers.run.bind(writeCustomers);
    jest
      .spyOn(writeCustomers, 'run')
      .mockImplementationOnce(run)
      .mockRejectedValueOnce(new Error('simulated power failure'));
    await expect(store.services.run.run(id)).rejects.toThrow('simulated power failure');
    expect(await accountOf('many0@example.com')).toBeUndefined();
    jest.restoreAllMocks();
    await Promise.allSettled(Array.from({ length: 3 }, () => store.services.run.run(id)));
    await store.services.run.run(id);
    expect(await store.services.service.view(store.admin, id)).toMatchObject({ status: 'done', added: 700 });
    expect(await store.services.invite.counts(id)).toMatchObject({ waiting: 700, invited: 0 });
  });
});

describe('the store’s own export of accounts', () => {
  it('can be imported unchanged, and changes nothing', async () => {
    await insertUser(store.database, { username: 'lata', email: 'lata@example.com', displayName: 'Lata' });
    const exported = [
      'id,username,email,emailConfirmedAt,displayName,role,status,locale,createdAt,lastActivity',
      'x,lata,lata@example.com,2026-01-01T00:00:00.000Z,Lata,user,approved,en-IN,2026-01-01T00:00:00.000Z,',
      'y,devi,devi@example.com,,devi,admin,approved,en-IN,2026-01-01T00:00:00.000Z,',
    ].join('\n');
    const view = await apply(exported);
    expect(await store.errorsOf(view)).toEqual([]);
    expect(view).toMatchObject({ status: 'done', added: 0, updated: 0 });
  });
});
