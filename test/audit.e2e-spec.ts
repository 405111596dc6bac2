import { randomUUID } from 'node:crypto';
import { newProduct, newSection } from './factories/catalog.js';
import { newOrder } from './factories/orders.js';
import {
  accountOf,
  newManager,
  newShopper,
  newUsername,
  theAdmin,
  type TestUser,
} from './factories/users.js';
import { newPicture, newResetToken, pictureForm } from './route-table.js';
import { bodyOf, type Answer, type Client } from './setup/client.js';
import { cookieIn } from './setup/cookies.js';
import { sendRaw } from './setup/raw-request.js';
import { ADMIN, startServer, type Server } from './setup/server.js';

interface Entry {
  readonly action: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly requestId: string | null;
  readonly at: string;
}

let server: Server;
let admin: TestUser;
let manager: TestUser;
beforeAll(async () => {
  server = await startServer();
  admin = await theAdmin(server);
  manager = await newManager(server, admin);
});

/** Whatever must be in no entry. */
const secrets = new Set<string>([ADMIN.password]);

const entries = async (query: Record<string, string | number>): Promise<Entry[]> =>
  bodyOf(
    await server.client.as(admin).get<{ items: Entry[] }>('/admin/audit-log', { pageSize: 100, ...query }),
    200,
  ).items;

/** Does something under a request id of its own, and gives the entries that it has left, oldest first. */
async function leftBy(
  client: Client,
  work: (client: Client) => Promise<Answer>,
  status: number,
): Promise<Entry[]> {
  const requestId = `test-${randomUUID()}`;
  const answer = await work(client.with({ 'x-request-id': requestId }));
  bodyOf(answer, status);
  expect(answer.headers.get('x-request-id')).toBe(requestId);
  return (await entries({})).filter((entry) => entry.requestId === requestId).reverse();
}

const as = (user: TestUser): Client => server.client.as(user);

describe('an entry is left by staff who', () => {
  it('make, change and delete a product', async () => {
    const { id: sectionId } = await newSection(server, admin);
    const body = {
      sectionId,
      name: `New ${randomUUID()}`,
      unitType: 'kg',
      ratePerUnit: 4000,
      quantityAvailable: 3,
    };
    let id = '';
    const made = await leftBy(
      as(manager),
      async (client) => {
        const answer = await client.post<{ id: string }>('/admin/products', body);
        id = answer.body.id;
        return answer;
      },
      201,
    );
    expect(made).toMatchObject([
      {
        action: 'catalog.product-created',
        actorId: manager.id,
        actorName: manager.username,
        subjectType: 'product',
        subjectId: id,
        before: null,
        after: { name: body.name, ratePerUnit: 4000 },
      },
    ]);
    const path = `/admin/products/${id}`;
    expect(
      await leftBy(as(manager), (client) => client.patch(path, { version: 1, ratePerUnit: 4400 }), 200),
    ).toMatchObject([
      {
        action: 'catalog.product-changed',
        subjectId: id,
        before: { ratePerUnit: 4000 },
        after: { ratePerUnit: 4400 },
      },
    ]);
    const move = { reason: 'delivery', delta: 2, note: 'Invoice 4711' };
    expect(
      await leftBy(as(manager), (client) => client.post(`${path}/stock-movements`, move), 201),
    ).toMatchObject([
      {
        action: 'catalog.stock-moved',
        subjectId: id,
        before: { quantityAvailable: 3 },
        after: { quantityAvailable: 5, reason: 'delivery', delta: 2, note: 'Invoice 4711' },
      },
    ]);
    const form = pictureForm(await newPicture());
    const picture = await sendRaw(server.url, {
      method: 'PUT',
      path: `/api/v1${path}/image?version=2`,
      headers: {
        authorization: `Bearer ${manager.accessToken}`,
        'content-type': form.type,
        'x-request-id': 'picture',
      },
      body: form.content,
    });
    expect(picture.status).toBe(200);
    expect(await entries({ action: 'catalog.product-image-changed', subjectId: id })).toMatchObject([
      { actorId: manager.id, requestId: 'picture', before: { image: null } },
    ]);
    expect(await leftBy(as(manager), (client) => client.delete(`${path}?version=3`), 204)).toMatchObject([
      { action: 'catalog.product-deleted', subjectId: id, before: { name: body.name, ratePerUnit: 4400 } },
    ]);
  });

  it('make, change and delete a section', async () => {
    const name = `Section ${randomUUID()}`;
    const boss = as(admin);
    const [made] = await leftBy(boss, (client) => client.post('/admin/sections', { name }), 201);
    expect(made).toMatchObject({ action: 'catalog.section-created', actorId: admin.id, after: { name } });
    const path = `/admin/sections/${made?.subjectId ?? ''}`;
    const other = `Section ${randomUUID()}`;
    expect(
      await leftBy(boss, (client) => client.patch(path, { version: 1, name: other }), 200),
    ).toMatchObject([{ action: 'catalog.section-changed', before: { name }, after: { name: other } }]);
    expect(await leftBy(boss, (client) => client.delete(`${path}?version=2`), 204)).toMatchObject([
      { action: 'catalog.section-deleted', before: { name: other } },
    ]);
  });

  it('move or cancel an order', async () => {
    const { id: sectionId } = await newSection(server, admin);
    const product = await newProduct(server, manager, { sectionId });
    const { id } = await newOrder(server, await newShopper(server), { [product.id]: 1 });
    const path = `/admin/orders/${id}/transitions`;
    for (const [before, to] of [
      ['placed', 'packed'],
      ['packed', 'cancelled'],
    ])
      expect(
        await leftBy(as(manager), (client) => client.post(path, { to, note: 'So it is' }), 200),
      ).toMatchObject([
        {
          action: 'orders.status-changed',
          subjectType: 'order',
          subjectId: id,
          before: { status: before },
          after: { status: to, note: 'So it is' },
        },
      ]);
  });

  it('ask for a section, and decide', async () => {
    const sectionName = `Section ${randomUUID()}`;
    const ask = { requestType: 'create', sectionName, reason: 'People ask.' };
    const asked = await leftBy(as(manager), (client) => client.post('/section-requests', ask), 201);
    expect(asked).toMatchObject([
      { action: 'section-requests.asked', actorId: manager.id, after: { sectionName } },
    ]);
    const path = `/admin/section-requests/${asked[0]?.subjectId ?? ''}/approve`;
    const decided = await leftBy(as(admin), (client) => client.post(path, { note: 'Yes' }), 200);
    expect(decided.map(({ action, actorId }) => [action, actorId]).sort()).toEqual([
      ['catalog.section-created', admin.id],
      ['section-requests.approved', admin.id],
    ]);
  });

  it('approve, suspend, promote and rename', async () => {
    const user = await newShopper(server);
    const path = `/admin/users/${user.id}`;
    const boss = as(admin);
    expect(
      await leftBy(boss, (client) => client.post(`${path}/suspend`, { reason: 'Refused' }), 200),
    ).toMatchObject([
      {
        action: 'users.suspended',
        actorId: admin.id,
        subjectId: user.id,
        before: { status: 'approved' },
        after: { status: 'suspended', reason: 'Refused' },
      },
    ]);
    expect(await leftBy(boss, (client) => client.post(`${path}/approve`), 200)).toMatchObject([
      { action: 'users.approved', before: { status: 'suspended' }, after: { status: 'approved' } },
    ]);
    const { version } = await accountOf(server, admin, user);
    const change = { version, role: 'store_manager', displayName: 'Asha' };
    const changed = await leftBy(boss, (client) => client.patch(path, change), 200);
    expect(changed.map(({ action, before, after }) => [action, before, after])).toEqual([
      ['users.role-changed', { role: 'user' }, { role: 'store_manager' }],
      ['users.renamed', { displayName: user.username }, { displayName: 'Asha' }],
    ]);
    expect(await leftBy(boss, (client) => client.post(`${path}/approve`), 200)).toEqual([]);
  });
});

describe('an entry is left by', () => {
  it('registering, signing in and out, and failing to', async () => {
    const username = newUsername();
    const account = { username, email: `${username}@example.com`, password: 'three-ripe-mangoes' };
    secrets.add(account.password);
    const stranger = server.client;
    const [registered] = await leftBy(stranger, (client) => client.post('/auth/register', account), 201);
    expect(registered).toMatchObject({
      action: 'users.registered',
      after: { username, role: 'user', status: 'approved' },
    });
    const id = registered?.subjectId;

    const wrong = { username, password: 'a-guess-that-is-wrong' };
    secrets.add(wrong.password);
    expect(await leftBy(stranger, (client) => client.post('/auth/login', wrong), 401)).toMatchObject([
      { action: 'auth.sign-in-failed', actorId: null, subjectId: id },
    ]);
    const nobody = { username: 'my-password-typed-as-a-name', password: 'x' };
    secrets.add(nobody.username);
    expect(await leftBy(stranger, (client) => client.post('/auth/login', nobody), 401)).toMatchObject([
      { action: 'auth.sign-in-failed', actorId: null, subjectId: null },
    ]);

    const credentials = { username, password: account.password };
    let cookie = '';
    const signedIn = await leftBy(
      stranger,
      async (client) => {
        const answer = await client.post<{ accessToken: string }>('/auth/login', credentials);
        cookie = cookieIn(answer);
        secrets.add(cookie.split('=')[1] ?? '').add(answer.body.accessToken);
        return answer;
      },
      200,
    );
    expect(signedIn).toMatchObject([{ action: 'auth.signed-in', actorId: id, subjectId: id }]);

    const rotated = await stranger.post('/auth/refresh', undefined, { cookie });
    secrets.add(cookieIn(rotated).split('=')[1] ?? '');
    const replay = (client: Client): Promise<Answer> => client.post('/auth/refresh', undefined, { cookie });
    expect(await leftBy(stranger, replay, 401)).toMatchObject([
      { action: 'auth.refresh-token-reused', subjectId: id },
    ]);

    const again = await stranger.post('/auth/login', credentials);
    const out = (client: Client): Promise<Answer> =>
      client.post('/auth/logout', undefined, { cookie: cookieIn(again) });
    expect(await leftBy(stranger, out, 204)).toMatchObject([{ action: 'auth.signed-out', actorId: id }]);
  });

  it('a sign-in that the account’s status refuses', async () => {
    const username = newUsername();
    const account = {
      username,
      email: `${username}@example.com`,
      password: 'three-ripe-mangoes',
      role: 'store_manager',
    };
    bodyOf(await server.client.post('/auth/register', account), 201);
    const login = (client: Client): Promise<Answer> =>
      client.post('/auth/login', { username, password: account.password });
    expect(await leftBy(server.client, login, 403)).toMatchObject([
      { action: 'auth.sign-in-refused', after: { status: 'pending' } },
    ]);
  });

  it('changing the password or the address, failing to, and ending sessions', async () => {
    const user = await newShopper(server);
    secrets.add(user.password).add('four-green-chillies').add('not-the-right-one');
    const change = (currentPassword: string) => (client: Client) =>
      client.post<{ accessToken: string }>('/users/me/password', {
        currentPassword,
        newPassword: 'four-green-chillies',
      });
    expect(await leftBy(as(user), change('not-the-right-one'), 422)).toMatchObject([
      { action: 'users.password-refused' },
    ]);
    const email = `${newUsername('other')}@example.com`;
    const patch = { email, currentPassword: user.password };
    expect(await leftBy(as(user), (client) => client.patch('/users/me', patch), 200)).toMatchObject([
      { action: 'users.email-changed', before: { email: `${user.username}@example.com` }, after: { email } },
    ]);
    expect(await leftBy(as(user), (client) => client.delete('/users/me/sessions'), 204)).toMatchObject([
      { action: 'users.sessions-revoked', actorId: user.id },
    ]);
    expect(await leftBy(as(user), change(user.password), 200)).toMatchObject([
      { action: 'users.password-changed', actorId: user.id },
    ]);
  });

  it('resetting a forgotten password', async () => {
    const token = await newResetToken({ server });
    secrets
      .add(token)
      .add(token.split('.')[1] ?? '')
      .add('five-long-beans');
    const body = { token, password: 'five-long-beans' };
    expect(
      await leftBy(server.client, (client) => client.post('/auth/reset-password', body), 204),
    ).toMatchObject([{ action: 'auth.password-reset', subjectType: 'user' }]);
    const ask = { email: `${newUsername('nobody')}@example.com` };
    expect(
      await leftBy(server.client, (client) => client.post('/auth/forgot-password', ask), 202),
    ).toMatchObject([{ action: 'auth.password-reset-asked', subjectId: null }]);
  });
});

it('is filtered by what was done, to what, by whom, and when', async () => {
  const { id, name } = await newSection(server, admin);
  const since = new Date(Date.now() + 60_000).toISOString();
  expect(await entries({ subjectId: id })).toMatchObject([
    { action: 'catalog.section-created', after: { name } },
  ]);
  expect(await entries({ subjectId: id, action: 'catalog.' })).toHaveLength(1);
  expect(await entries({ subjectId: id, action: 'CATALOG.' })).toHaveLength(0);
  expect(await entries({ subjectId: id, actorId: manager.id })).toHaveLength(0);
  expect(await entries({ subjectId: id, actorId: 'nonsense' })).toHaveLength(0);
  expect(await entries({ subjectId: id, subjectType: 'section', to: since })).toHaveLength(1);
  expect(await entries({ subjectId: id, from: since })).toHaveLength(0);
  const times = (await entries({})).map((entry) => entry.at);
  expect(times).toEqual([...times].sort().reverse());
});

it('holds no secret, and neither does the outbox or the log', async () => {
  const kept = await server.rows<Record<string, unknown>>('SELECT * FROM audit_entries');
  const promised = await server.rows<Record<string, unknown>>('SELECT * FROM outbox_events');
  const hashes = await server.rows<{ hash: string }>(
    'SELECT password_hash AS hash FROM users UNION SELECT token_hash FROM refresh_tokens UNION SELECT token_hash FROM password_resets',
  );
  const text = JSON.stringify([kept, promised]) + server.logs();
  expect(kept.length).toBeGreaterThan(20);
  for (const secret of [...secrets, ...hashes.map(({ hash }) => hash)])
    expect({ secret, isKept: secret !== '' && text.includes(secret) }).toEqual({ secret, isKept: false });
  expect(text).not.toMatch(/argon2|"password"|eyJ/);
});
