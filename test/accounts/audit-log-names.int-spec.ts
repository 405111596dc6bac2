import { AuditLogService } from '../../src/audit-log/audit-log.service.js';
import { AuditLogQuery, type AuditEntryView } from '../../src/audit-log/audit-log.dto.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { insertOrder, insertProduct, insertUser } from '../factories/rows.js';
import { openTestDatabase } from '../support/stores/database.js';
import { TestClock } from '../support/stores/test-clock.js';

let database: Database;
let padma: string;
let asha: string;
let tomatoes: string;
let order: string;
let number: string;

beforeAll(async () => {
  database = await openTestDatabase();
  padma = await insertUser(database, { username: 'padma', displayName: 'Padma Venkat', role: 'admin' });
  asha = await insertUser(database, { username: 'asha', displayName: 'Asha Rao' });
  tomatoes = await insertProduct(database, { name: 'Tomatoes' });
  order = await insertOrder(database, { userId: asha, productId: tomatoes });
  const row = await database.read.row<{ number: string }>(sql`SELECT number FROM orders WHERE id = ${order}`);
  number = row?.number ?? '';
  await record(
    'catalog.stock-moved',
    'product',
    tomatoes,
    { quantityAvailable: 24 },
    { quantityAvailable: 32 },
  );
  await record('orders.status-changed', 'order', order, { status: 'placed' }, { status: 'packed' });
  await record('users.suspended', 'user', asha);
  await record('catalog.section-deleted', 'section', newId(), { name: 'Frozen' });
  await record('catalog.sections-ordered', 'section', null);
});

async function record(action: string, type: string, id: string | null, before?: object, after?: object) {
  await database.transaction((tx) =>
    new AuditTrail(new TestClock()).record(
      tx,
      { id: padma, requestId: 'test' },
      { action, subject: { type, id }, before: { ...before }, after: { ...after } },
    ),
  );
}

async function entries(query: Partial<AuditLogQuery> = {}): Promise<AuditEntryView[]> {
  const { items, total } = await new AuditLogService(database).table(
    Object.assign(new AuditLogQuery(), query),
  );
  expect(total).toBe(items.length);
  return items;
}

const actionsFor = async (q: string): Promise<string[]> =>
  (await entries({ q })).map(({ action }) => action).toSorted();

it('names people and things as they are now, and the unit of a product', async () => {
  const names = new Map((await entries()).map((entry) => [entry.action, entry]));
  expect(names.get('catalog.stock-moved')).toMatchObject({
    actorName: 'padma',
    actorDisplayName: 'Padma Venkat',
    subjectName: 'Tomatoes',
    subjectUnit: 'kg',
  });
  expect(names.get('orders.status-changed')).toMatchObject({ subjectName: number, subjectUnit: null });
  expect(names.get('users.suspended')).toMatchObject({ subjectName: 'Asha Rao' });
  // What no longer exists has the name that the entry keeps.
  expect(names.get('catalog.section-deleted')).toMatchObject({ subjectName: 'Frozen' });
  expect(names.get('catalog.sections-ordered')).toMatchObject({ subjectName: null });
  await database.write(
    sql`UPDATE products SET name = ${'Vine tomatoes'}, name_key = ${'vine tomatoes'} WHERE id = ${tomatoes}`,
  );
  expect((await entries({ q: 'vine' })).map(({ subjectName }) => subjectName)).toEqual(['Vine tomatoes']);
});

it('finds entries by the thing, by the person it is about, and by the person who acted', async () => {
  expect(await actionsFor('TOMATO')).toEqual(['catalog.stock-moved']);
  expect(await actionsFor(number)).toEqual(['orders.status-changed']);
  expect(await actionsFor(number.replaceAll('-', '').slice(0, 9).toLowerCase())).toEqual([
    'orders.status-changed',
  ]);
  expect(await actionsFor('asha')).toEqual(['users.suspended']);
  expect(await actionsFor('venkat')).toHaveLength(5);
  for (const nothing of ['nobody', '%', "' OR 1=1"]) expect(await actionsFor(nothing)).toEqual([]);
});

it('combines words with the other filters', async () => {
  expect((await entries({ q: 'padma', subjectType: 'order' })).map(({ action }) => action)).toEqual([
    'orders.status-changed',
  ]);
  expect(await entries({ q: 'tomato', action: 'orders.' })).toEqual([]);
});
