import { randomUUID } from 'node:crypto';
import { newAdmin, newManager, signInAdmin, type TestUser } from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

interface View {
  readonly id: string;
  readonly table: string;
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
  readonly isOwn: boolean;
  readonly ownerName: string;
  readonly canChange: boolean;
  readonly version: number;
}

const PATH = '/admin/saved-views';
const TO_PACK = { table: 'orders', name: 'To pack', query: 'sort=oldest&status=placed', isShared: false };

let server: Server;
let admin: TestUser;
let audit: AuditLog;
let ravi: TestUser;
let meera: TestUser;
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  audit = new AuditLog(server, admin);
});
beforeEach(async () => {
  [ravi, meera] = await Promise.all([newManager(server), newManager(server)]);
});

const save = (by: TestUser, view: object = {}): Promise<ApiResponse<View & Problem>> =>
  server.client.as(by).post(PATH, { ...TO_PACK, ...view });

const saved = async (by: TestUser, view: object = {}): Promise<View> => bodyOf(await save(by, view), 201);

const listed = async (by: TestUser, table = 'orders'): Promise<View[]> =>
  bodyOf(await server.client.as(by).get<{ items: View[] }>(PATH, { table }), 200).items;

const namesFor = async (by: TestUser): Promise<string[]> => (await listed(by)).map(({ name }) => name);

const replace = (by: TestUser, { id }: View, body: object): Promise<ApiResponse<View & Problem>> =>
  server.client.as(by).put(`${PATH}/${id}`, body);

const remove = (by: TestUser, { id, version }: View): Promise<ApiResponse<Problem>> =>
  server.client.as(by).delete(`${PATH}/${id}?version=${version}`);

const expectProblem = (response: ApiResponse, status: number, code: string): void =>
  expect(response).toMatchObject({ status, body: { code } });

describe('a saved view', () => {
  it('belongs to an account and a table', async () => {
    const view = await saved(ravi, { query: 'status=placed&sort=oldest&q=dal%20mix' });
    expect(view).toEqual({
      ...{ ...TO_PACK, query: 'q=dal+mix&sort=oldest&status=placed', id: view.id, version: 1 },
      ...{ isOwn: true, canChange: true, ownerName: expect.any(String) as string },
    });
    expect(await listed(ravi)).toContainEqual(view);
    expect(await listed(ravi, 'products')).not.toContainEqual(view);
    expect(await listed(meera)).not.toContainEqual(expect.objectContaining({ id: view.id }));
    expect(await listed(admin)).not.toContainEqual(expect.objectContaining({ id: view.id }));
  });

  it('is seen by all staff who see the table, once it is shared', async () => {
    const view = await saved(ravi, { name: randomUUID(), isShared: true });
    const forOthers = { ...view, isOwn: false };
    expect(await listed(meera)).toContainEqual({ ...forOthers, canChange: false });
    expect(await listed(admin)).toContainEqual({ ...forOthers, canChange: true });
  });

  it('has a name that its owner has once for a table, in any case of letters', async () => {
    await saved(ravi);
    expectProblem(await save(ravi, { name: ' to PACK ' }), 409, 'saved-views.name-taken');
    await saved(ravi, { table: 'products', query: '' });
    await saved(meera);
  });

  it('is saved once by two requests at the same time', async () => {
    const responses = await Promise.all([save(ravi), save(ravi), save(ravi)]);
    expect(responses.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await namesFor(ravi)).filter((name) => name === TO_PACK.name)).toHaveLength(1);
  });

  it('is saved once by a repeated request with the same key', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const send = () => server.client.as(ravi).post<View>(PATH, TO_PACK, key);
    const first = bodyOf(await send(), 201);
    expect(bodyOf(await send(), 201)).toEqual(first);
  });

  it.each([
    ['a filter of another table', { query: 'stock=low' }, 422],
    ['a page', { query: 'page=2' }, 422],
    ['a name without anything to see', { name: ' ' }, 400],
    ['a name that is too long', { name: 'a'.repeat(61) }, 400],
    ['a query that is too long', { query: 'a'.repeat(4001) }, 400],
    ['an unknown table', { table: 'carts' }, 400],
  ])('cannot have %s', async (_, values, status) => {
    expect((await save(ravi, values)).status).toBe(status);
  });

  it('of a table for admins is saved and listed for admins alone', async () => {
    const users = { table: 'users', name: randomUUID(), query: 'role=store_manager', isShared: true };
    expectProblem(await save(ravi, users), 403, 'saved-views.table-not-allowed');
    expectProblem(
      await server.client.as(ravi).get(PATH, { table: 'users' }),
      403,
      'saved-views.table-not-allowed',
    );
    const view = await saved(admin, users);
    expect(await listed(await newAdmin(server), 'users')).toContainEqual({ ...view, isOwn: false });
    expectProblem(await remove(ravi, view), 404, 'saved-views.not-found');
  });
});

describe('a change of a saved view', () => {
  const changes = { name: 'To pack today', query: 'status=placed', isShared: true };

  it('replaces it and raises its version', async () => {
    const view = await saved(ravi);
    const changed = bodyOf(await replace(ravi, view, { ...changes, name: randomUUID(), version: 1 }), 200);
    expect(changed).toMatchObject({ query: 'status=placed', isShared: true, version: 2 });
    expect(await listed(ravi)).toContainEqual(changed);
  });

  it('is refused if it is based on an older version', async () => {
    const view = await saved(ravi);
    bodyOf(await replace(ravi, view, { ...TO_PACK, table: undefined, query: '', version: 1 }), 200);
    const stale = await replace(ravi, view, { ...changes, version: 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'request.stale-version', currentVersion: 2 } });
    expectProblem(await remove(ravi, view), 409, 'request.stale-version');
  });

  it('is for its owner and for admins', async () => {
    const view = await saved(ravi, { name: randomUUID(), isShared: true });
    const body = { ...changes, name: randomUUID(), version: 1 };
    expectProblem(await replace(meera, view, body), 403, 'saved-views.not-own');
    expectProblem(await remove(meera, view), 403, 'saved-views.not-own');
    expect(bodyOf(await replace(admin, view, body), 200)).toMatchObject({ isOwn: false, version: 2 });
    expect((await remove(admin, { ...view, version: 2 })).status).toBe(204);
    expect(await namesFor(ravi)).not.toContain(body.name);
  });

  it('finds no view of another person that is not shared', async () => {
    const view = await saved(ravi);
    for (const other of [meera, admin]) {
      expectProblem(await replace(other, view, { ...changes, version: 1 }), 404, 'saved-views.not-found');
      expectProblem(await remove(other, view), 404, 'saved-views.not-found');
    }
    expectProblem(await remove(ravi, { ...view, id: 'none' }), 404, 'saved-views.not-found');
  });

  it('cannot take the name of another view of the owner', async () => {
    await saved(ravi);
    const view = await saved(ravi, { name: 'Packed' });
    const body = { name: 'to pack', query: '', isShared: false, version: 1 };
    expectProblem(await replace(ravi, view, body), 409, 'saved-views.name-taken');
  });
});

describe('the audit log', () => {
  it('has what happens to shared views, by name', async () => {
    const name = randomUUID();
    const view = await saved(ravi, { name, isShared: true });
    bodyOf(await replace(ravi, view, { name, query: '', isShared: false, version: 1 }), 200);
    bodyOf(await replace(ravi, view, { name, query: '', isShared: true, version: 2 }), 200);
    await remove(ravi, { ...view, version: 3 });

    const entries = await audit.entries({ subjectId: view.id });

    expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual(
      ['deleted', 'changed', 'changed', 'created'].map((change) => [`saved-views.${change}`, ravi.id]),
    );
    expect(entries.at(-1)).toMatchObject({
      subjectType: 'saved-view',
      subjectName: name,
      after: { table: 'orders', name, query: TO_PACK.query, isShared: true },
    });
  });

  it('has nothing about views of one person', async () => {
    const view = await saved(ravi);
    bodyOf(await replace(ravi, view, { name: 'Other', query: '', isShared: false, version: 1 }), 200);
    await remove(ravi, { ...view, version: 2 });
    expect(await audit.entries({ subjectId: view.id })).toEqual([]);
  });
});
