import { createHmac, randomUUID } from 'node:crypto';
import { passwordResetToken } from '../../src/auth/passwords/password-reset-token.js';
import type { Role } from '../../src/platform/access/roles.js';
import { DAY_MS, SECOND_MS } from '../../src/platform/common/durations.js';
import { mailedToken } from '../../src/users/mailed-token.js';
import { bodyOf, type Bearer } from '../support/clients/client.js';
import type { SignedIn } from '../support/clients/cookies.js';
import { ADMIN, type Server } from '../support/servers/server.js';

export interface TestUser extends Bearer {
  readonly id: string;
  readonly username: string;
  readonly password: string;
}

/** Password of every user that tests create. */
export const PASSWORD = 'A-perfectly-fine-passphrase';
/** Its argon2id hash with the store's parameters. */
export const PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$/Mi8s669ICa5qmHq4pR7hQ$wtd4sma4L66g1fKWB5sf+oX8VuQzYHJy+wAybbvcGzc';

let usernameCount = 0;

/** Returns a username that no other test uses. */
export function newUsername(prefix = 'shopper'): string {
  usernameCount += 1;
  return `${prefix}-${usernameCount}-${randomUUID().slice(0, 8)}`;
}

/** Signs a user in. The access token is valid for a day, longer than a test takes on a slow machine. */
export async function signIn(server: Server, username: string, password = PASSWORD): Promise<TestUser> {
  const { accessToken, user } = bodyOf(
    await server.client.post<SignedIn>('/auth/login', { username, password }),
    200,
  );
  return { id: user.id, username: user.username, password, accessToken: lasting(server, accessToken) };
}

/** Signs in the first admin, which the environment defines. */
export function signInAdmin(server: Server): Promise<TestUser> {
  return signIn(server, ADMIN.username, ADMIN.password);
}

/** Registers a user. Returns the ID. */
export async function register(
  server: Server,
  username: string,
  role?: 'user' | 'store_manager',
): Promise<string> {
  const account = { username, email: `${username}@example.com`, password: PASSWORD, ...(role && { role }) };
  return bodyOf(await server.client.post<{ id: string }>('/auth/register', account), 201).id;
}

/** Creates a signed-in shopper. */
export async function newShopper(server: Server): Promise<TestUser> {
  return insertUser(server, 'user', 'shopper');
}

/** Creates several signed-in shoppers. */
export function newShoppers(server: Server, count: number): Promise<TestUser[]> {
  return insertUsers(server, count, 'user', 'shopper');
}

/** Creates an approved store manager, signed in. */
export function newManager(server: Server): Promise<TestUser> {
  return insertUser(server, 'store_manager', 'manager');
}

/** Creates an admin, signed in. */
export function newAdmin(server: Server): Promise<TestUser> {
  return insertUser(server, 'admin', 'admin');
}

/** Returns a user's account as an admin sees it. */
export async function accountOf(
  server: Server,
  admin: Bearer,
  { id, username }: { readonly id: string; readonly username: string },
): Promise<{ readonly version: number }> {
  type Table = { items: { id: string; version: number }[] };
  const { items } = bodyOf(await server.client.as(admin).get<Table>('/admin/users', { q: username }), 200);
  const account = items.find((user) => user.id === id);
  if (account === undefined) throw new Error(`${username} is missing in the table of users.`);
  return account;
}

/** Returns the token that a mail to a user with a forgotten password contains. */
export async function newResetToken(server: Server): Promise<string> {
  const { username } = await newShopper(server);
  bodyOf(await server.client.post('/auth/forgot-password', { email: `${username}@example.com` }), 202);
  const [reset] = await server.rows<{ id: string }>(
    'SELECT r.id FROM password_resets r JOIN users u ON u.id = r.user_id WHERE u.username = ?',
    [username],
  );
  return passwordResetToken(server.env['JWT_SECRET'] ?? '', reset?.id ?? '');
}

/** Returns the token of the latest mail that confirms an address of a user. */
export async function confirmationToken(server: Server, userId: string): Promise<string> {
  const confirmations = await server.rows<{ id: string }>(
    'SELECT id FROM email_confirmations WHERE user_id = ? ORDER BY id DESC',
    [userId],
  );
  return mailedToken(server.env['JWT_SECRET'] ?? '', 'email-confirmation', confirmations[0]?.id ?? '');
}

async function insertUser(server: Server, role: Role, prefix: string): Promise<TestUser> {
  const [user] = await insertUsers(server, 1, role, prefix);
  if (user === undefined) throw new Error('No user was inserted.');
  return user;
}

/**
 * Creates signed-in users. Inserts their rows directly and makes their access tokens here, because the store takes its time
 * to hash a password. Tests of registration and sign-in use the API.
 */
async function insertUsers(server: Server, count: number, role: Role, prefix: string): Promise<TestUser[]> {
  const now = Date.now();
  const users = Array.from({ length: count }, () => ({
    id: randomUUID(),
    sid: randomUUID(),
    username: newUsername(prefix),
  }));
  const rowOf = (values: number): string => `(${Array.from({ length: values }, () => '?').join(', ')})`;
  for (let start = 0; start < count; start += 100) {
    const batch = users.slice(start, start + 100);
    await server.rows(
      `INSERT INTO users (id, username, username_key, email, email_key, email_confirmed_at, display_name, password_hash, role, status, locale, created_at)
       VALUES ${batch.map(() => rowOf(12)).join(', ')}`,
      batch.flatMap(({ id, username }) => {
        const email = `${username}@example.com`;
        return [
          id,
          username,
          username,
          email,
          email,
          now,
          username,
          PASSWORD_HASH,
          role,
          'approved',
          'en-IN',
          now,
        ];
      }),
    );
    await server.rows(
      `INSERT INTO sessions (id, user_id, user_agent, address, created_at, last_used_at, expires_at)
       VALUES ${batch.map(() => rowOf(7)).join(', ')}`,
      batch.flatMap(({ id, sid }) => [sid, id, 'test', '127.0.0.1', now, now, now + DAY_MS]),
    );
  }
  return users.map(({ id, sid, username }) => ({
    id,
    username,
    password: PASSWORD,
    accessToken: signedToken(server.env['JWT_SECRET'] ?? '', { sub: id, sid, ver: 0, typ: 'access' }),
  }));
}

/** Returns an access token with the same claims that is valid for a day instead of five minutes. */
function lasting(server: Server, token: string): string {
  const secret = server.env['JWT_SECRET'];
  // The store has generated its own.
  if (secret === undefined || secret === '') return token;
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
  return signedToken(secret, claims);
}

/** Signs claims as an access token that is valid for a day. */
function signedToken(secret: string, claims: object): string {
  const seconds = Math.floor(Date.now() / SECOND_MS);
  const times = { iat: seconds, exp: seconds + DAY_MS / SECOND_MS };
  const payload = { ...claims, iss: 'grocery-store', aud: 'grocery-store', ...times };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}`;
  return `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`;
}
