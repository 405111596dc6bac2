import { randomUUID } from 'node:crypto';
import { MINUTE_MS } from '../../src/platform/common/durations.js';
import {
  confirmationToken,
  accountOf,
  newAdmin,
  newManager,
  newShopper,
  newUsername,
  register,
  signIn,
  signInAdmin,
  type TestUser,
} from '../factories/users.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let admin: TestUser;
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
});

interface Account {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  readonly pendingEmail?: string | null;
  readonly emailConfirmedAt: string | null;
  readonly role: string;
  readonly status: string;
  readonly version: number;
  readonly displayName: string;
  readonly locale: string;
}

const PASSWORD = 'three-ripe-mangoes';

function open(changes: object = {}): Promise<ApiResponse<Account & Problem>> {
  const username = newUsername();
  const account = { username, email: `${username}@example.com`, password: PASSWORD, ...changes };
  return server.client.post('/auth/register', account);
}

describe('POST /auth/register', () => {
  it('approves a shopper immediately and returns neither the password nor its hash', async () => {
    const username = newUsername('Meena');
    const account = bodyOf(await open({ username, email: `${username}@example.com` }), 201);
    expect(account).toMatchObject({
      username,
      role: 'user',
      status: 'approved',
      version: 1,
      displayName: username,
    });
    expect(JSON.stringify(account)).not.toMatch(/password|argon2|hash/i);
    const [row] = await server.rows<{ hash: string }>(
      'SELECT password_hash AS hash FROM users WHERE id = ?',
      [account.id],
    );
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await signIn(server, username, PASSWORD);
  });

  it.each([
    ['role', { role: 'admin' }],
    ['role', { role: 'Admin' }],
    ['status', { status: 'approved' }],
    ['status', { role: 'store_manager', status: 'approved' }],
    ['tokenVersion', { tokenVersion: 7 }],
    ['id', { id: randomUUID() }],
    ['version', { version: 2 }],
    ['createdAt', { createdAt: '2020-01-01T00:00:00Z' }],
  ])('refuses %s, which only the store may set, with 400: %j', async (field, changes) => {
    const problem = bodyOf(await open(changes), 400);
    expect(problem).toMatchObject({ code: 'request.invalid', errors: [{ field }] });
  });

  it('refuses the sign-in of a store manager with 403 until an admin approves the account', async () => {
    const username = newUsername('manager');
    const account = bodyOf(
      await open({ username, email: `${username}@example.com`, role: 'store_manager' }),
      201,
    );
    expect(account).toMatchObject({ role: 'store_manager', status: 'pending' });
    const attempt = { username, password: PASSWORD };
    const refused = await server.client.post<Problem>('/auth/login', attempt);
    expect(bodyOf(refused, 403)).toMatchObject({ code: 'auth.account-pending' });
    expect(refused.headers.getSetCookie()).toEqual([]);
    const wrong = await server.client.post<Problem>('/auth/login', { ...attempt, password: 'not-that-one' });
    expect(bodyOf(wrong, 401)).toMatchObject({ code: 'auth.invalid-credentials' });

    bodyOf(await server.client.as(admin).post(`/admin/users/${account.id}/approve`), 200);
    const manager = await signIn(server, username, PASSWORD);
    bodyOf(await server.client.as(manager).get('/admin/products'), 200);
  });

  it('refuses a taken username or email with 409, ignoring case', async () => {
    const username = newUsername('Unique');
    bodyOf(await open({ username, email: `${username}@example.com` }), 201);
    expect(bodyOf(await open({ username: username.toUpperCase() }), 409).code).toBe('users.username-taken');
    expect(bodyOf(await open({ email: `${username.toUpperCase()}@Example.com` }), 409).code).toBe(
      'users.email-taken',
    );
  });

  it('creates one account from simultaneous registrations and refuses the others with 409', async () => {
    const username = newUsername();
    const responses = await Promise.all(
      Array.from({ length: 6 }, () => open({ username, email: `${username}@example.com` })),
    );
    expect(responses.map((response) => response.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it.each([
    ['short', 400],
    ['', 400],
    ['a'.repeat(129), 400],
    ['password', 422],
    ['PassWord1', 422],
    ['12345678', 422],
    ['qwertyuiop', 422],
    ['aaaaaaaaaaaa', 422],
  ])('refuses the password %j with %i', async (password, status) => {
    const problem = bodyOf(await open({ password }), status);
    expect(problem.errors?.[0]?.field).toBe('password');
  });

  it('refuses a password that contains the username with 422', async () => {
    const username = newUsername('asha');
    const problem = bodyOf(await open({ username, password: `my ${username.toUpperCase()}!` }), 422);
    expect(problem.errors).toMatchObject([{ field: 'password', code: 'users.password-has-username' }]);
  });

  it.each(['ab', 'a'.repeat(33), 'a b c', 'a@b', 'né-e', 'a/b', '<b>x</b>'])(
    'refuses the username %j with 400',
    async (username) => {
      const problem = bodyOf(await open({ username }), 400);
      expect(problem.errors?.[0]?.field).toBe('username');
    },
  );
});

describe('POST /auth/login', () => {
  it('accepts the username or the email, ignoring case', async () => {
    const username = newUsername('Asha');
    await register(server, username);
    await signIn(server, username);
    await signIn(server, username.toUpperCase());
    await signIn(server, `${username}@EXAMPLE.com`);
  });

  it('gives the same response for a wrong password and an unknown username', async () => {
    const { username } = await newShopper(server);
    const wrong = await server.client.post<Problem>('/auth/login', { username, password: 'wrong-password' });
    const unknown = await server.client.post<Problem>('/auth/login', {
      username: newUsername('unknown'),
      password: 'wrong-password',
    });
    const messageOf = ({ code, detail, title }: Problem): object => ({ code, detail, title });
    expect(messageOf(bodyOf(wrong, 401))).toEqual(messageOf(bodyOf(unknown, 401)));
  });
});

describe('/users/me', () => {
  it('returns the account with the changes of its user', async () => {
    const user = await newShopper(server);
    const me = server.client.as(user);
    bodyOf(await me.patch('/users/me', { displayName: '  Asha Rao ', locale: 'hi-IN' }), 200);
    const shown = bodyOf(await me.get<Account>('/users/me'), 200);
    expect(shown).toMatchObject({
      id: user.id,
      displayName: 'Asha Rao',
      locale: 'hi-IN',
      role: 'user',
      version: 2,
    });
  });

  it.each([
    { role: 'admin' },
    { status: 'approved' },
    { username: 'other' },
    { version: 1 },
    { id: randomUUID() },
  ])('refuses a change of %j with 400', async (change) => {
    const user = await newShopper(server);
    const problem = bodyOf(await server.client.as(user).patch<Problem>('/users/me', change), 400);
    expect(problem.errors).toMatchObject([{ field: Object.keys(change)[0], code: 'field.unknown' }]);
  });

  it('changes the email only with the current password, once it is confirmed', async () => {
    const user = await newShopper(server);
    const me = server.client.as(user);
    const email = `${newUsername('other')}@example.com`;
    for (const change of [{ email }, { email, currentPassword: 'not-that-one' }]) {
      const problem = bodyOf(await me.patch<Problem>('/users/me', change), 422);
      expect(problem.errors).toMatchObject([{ field: 'currentPassword', code: 'users.wrong-password' }]);
    }
    const taken = { email: `${admin.username}@localhost`, currentPassword: user.password };
    expect((await me.patch('/users/me', taken)).status).toBeGreaterThanOrEqual(400);
    const changed = bodyOf(
      await me.patch<Account>('/users/me', { email, currentPassword: user.password }),
      200,
    );
    expect(changed).toMatchObject({ email: `${user.username}@example.com`, pendingEmail: email });
    const token = await confirmationToken(server, user.id);
    expect(bodyOf(await server.client.post('/auth/confirm-email', { token }), 200)).toEqual({ email });
    expect(bodyOf(await me.get<Account>('/users/me'), 200)).toMatchObject({ email, pendingEmail: null });
    bodyOf(await server.client.post('/auth/login', { username: email, password: user.password }), 200);
    const old = { username: `${user.username}@example.com`, password: user.password };
    expect((await server.client.post('/auth/login', old)).status).toBe(401);
  });

  it('records a day of activity when the user sends a request', async () => {
    const user = await newShopper(server);
    expect(bodyOf(await server.client.as(user).get('/users/me'), 200)).toMatchObject({ id: user.id });
    const days = (): Promise<{ day: string }[]> =>
      server.rows('SELECT day FROM activity_days WHERE user_id = ?', [user.id]);
    for (let tries = 0; tries < 50 && (await days()).length === 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await days()).toHaveLength(1);
    const [row] = await server.rows<{ at: number }>('SELECT last_activity AS at FROM users WHERE id = ?', [
      user.id,
    ]);
    expect(Math.abs((row?.at ?? 0) - Date.now())).toBeLessThan(MINUTE_MS);
  });
});

describe('account changes by an admin', () => {
  it('refuses requests and sign-ins of a suspended account from the next request on', async () => {
    const user = await newShopper(server);
    bodyOf(await server.client.as(user).get('/cart'), 200);
    bodyOf(
      await server.client
        .as(admin)
        .post(`/admin/users/${user.id}/suspend`, { reason: 'Refused at the door' }),
      200,
    );
    expect(bodyOf(await server.client.as(user).get<Problem>('/cart'), 401).code).toBe('auth.unauthenticated');
    const { username, password } = user;
    const again = await server.client.post<Problem>('/auth/login', { username, password });
    expect(bodyOf(again, 403).code).toBe('auth.account-suspended');
    bodyOf(await server.client.as(admin).post(`/admin/users/${user.id}/approve`), 200);
    expect((await server.client.as(user).get('/cart')).status).toBe(401);
    await signIn(server, username);
  });

  it('refuses admin requests of a demoted admin from the next request on', async () => {
    const other = await newAdmin(server);
    bodyOf(await server.client.as(other).get('/admin/users'), 200);
    const { version } = await accountOf(server, admin, other);
    bodyOf(await server.client.as(admin).patch(`/admin/users/${other.id}`, { version, role: 'user' }), 200);
    expect([401, 403]).toContain((await server.client.as(other).get('/admin/users')).status);
    const again = await signIn(server, other.username);
    expect((await server.client.as(again).get('/admin/users')).status).toBe(403);
  });

  it('refuses a manager with 403 and an unknown ID with 404', async () => {
    const manager = await newManager(server);
    const user = await newShopper(server);
    expect((await server.client.as(manager).post(`/admin/users/${user.id}/suspend`, {})).status).toBe(403);
    for (const id of [randomUUID(), 'unknown', "' OR 1=1 --"]) {
      const path = `/admin/users/${encodeURIComponent(id)}/approve`;
      expect(bodyOf(await server.client.as(admin).post<Problem>(path), 404).code).toBe('users.not-found');
    }
  });

  it('filters, sorts and counts the accounts in the table', async () => {
    const word = newUsername('sorted').slice(0, 20);
    const names = ['a', 'b', 'c'].map((letter) => `${word}-${letter}`);
    for (const name of names) await register(server, name, name.endsWith('b') ? 'store_manager' : 'user');
    type Table = { items: Account[]; total: number; pageSize: number };
    const table = async (query: Record<string, string | number>): Promise<Table> =>
      bodyOf(
        await server.client.as(admin).get<Table>('/admin/users', { q: word.toUpperCase(), ...query }),
        200,
      );
    expect((await table({ sort: 'username' })).items.map((user) => user.username)).toEqual(names);
    expect((await table({ sort: '-username' })).items.map((user) => user.username)).toEqual(
      [...names].reverse(),
    );
    expect(await table({ status: 'pending' })).toMatchObject({ total: 1, items: [{ username: names[1] }] });
    expect(await table({ role: 'user', sort: 'createdAt' })).toMatchObject({ total: 2 });
    expect(await table({ sort: 'username', pageSize: 2, page: 2 })).toMatchObject({
      total: 3,
      items: [{ username: names[2] }],
    });
    expect(await table({ inactiveSince: new Date().toISOString() })).toMatchObject({ total: 3 });
    expect(await table({ activeSince: '2020-01-01T00:00:00Z' })).toMatchObject({ total: 0 });
    expect((await table({ q: '%' })).total).toBe(0);
  });
});
