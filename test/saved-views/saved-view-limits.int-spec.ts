import type { AuthenticatedUser } from '../../src/platform/access/authenticated-user.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import type { Database } from '../../src/platform/database/database.js';
import { MAX_OWN_VIEWS, MAX_SHARED_VIEWS } from '../../src/saved-views/saved-views.dto.js';
import { SavedViewsService } from '../../src/saved-views/saved-views.service.js';
import { insertUser } from '../factories/rows.js';
import { openTestDatabase } from '../support/stores/database.js';
import { TestClock } from '../support/stores/test-clock.js';

let database: Database;
let views: SavedViewsService;
beforeAll(async () => {
  database = await openTestDatabase();
  const clock = new TestClock();
  views = new SavedViewsService(database, new AuditTrail(clock), clock);
});

async function manager(): Promise<AuthenticatedUser> {
  const id = await insertUser(database, { role: 'store_manager' });
  return { id, username: id, role: 'store_manager', sessionId: 'test', requestId: 'test' };
}

async function saveMany(
  user: AuthenticatedUser,
  { from = 0, to, isShared }: { from?: number; to: number; isShared: boolean },
): Promise<void> {
  for (let n = from; n < to; n++)
    await views.create(user, { table: 'products', name: `View ${n}`, query: '', isShared });
}

it('lets an account have a limited number of views of a table, also if two are saved at once', async () => {
  const ravi = await manager();
  await saveMany(ravi, { to: MAX_OWN_VIEWS - 1, isShared: false });
  const last = (name: string): Promise<unknown> =>
    views.create(ravi, { table: 'products', name, query: '', isShared: false });

  const results = await Promise.allSettled([last('one'), last('another')]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(last('more')).rejects.toMatchObject({
    code: 'saved-views.too-many',
    parameters: { max: MAX_OWN_VIEWS },
  });
  await views.create(ravi, { table: 'orders', name: 'another table', query: '', isShared: false });
});

it('lets a table have a limited number of shared views', async () => {
  const [first, second, third] = [await manager(), await manager(), await manager()];
  await saveMany(first, { to: MAX_OWN_VIEWS, isShared: true });
  await saveMany(second, { to: MAX_SHARED_VIEWS - MAX_OWN_VIEWS, isShared: true });
  const refusal = { code: 'saved-views.too-many-shared', parameters: { max: MAX_SHARED_VIEWS } };
  const values = { name: 'mine', query: '', isShared: true };

  await expect(views.create(third, { table: 'products', ...values })).rejects.toMatchObject(refusal);
  const own = await views.create(third, { table: 'products', ...values, isShared: false });
  await expect(views.replace(third, own.id, { ...values, version: 1 })).rejects.toMatchObject(refusal);

  expect((await views.list(third, 'products')).items).toHaveLength(MAX_SHARED_VIEWS + 1);
});
