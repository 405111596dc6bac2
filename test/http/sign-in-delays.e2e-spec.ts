import { SECOND_MS } from '../../src/platform/common/durations.js';
import { newResetToken, newShopper, newUsername, register, type TestUser } from '../factories/users.js';
import { bodyOf, type ApiResponse, type Client, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

const PASSWORD = 'A-perfectly-fine-passphrase';
const WRONG = 'not-the-password';

let server: Server;
let addressCount = 0;

beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: 'on', TRUSTED_PROXIES: '127.0.0.1' } });
});

/** Returns a client at an address that no other test uses. */
function elsewhere(): Client {
  addressCount += 1;
  return server.client.with({ 'x-forwarded-for': `203.0.113.${addressCount}` });
}

function enter(client: Client, username: string, password = WRONG): Promise<ApiResponse<Problem>> {
  return client.post('/auth/login', { username, password });
}

/** Enters a wrong password several times. Returns the statuses. */
async function guess(client: Client, username: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < times; i++) statuses.push((await enter(client, username)).status);
  return statuses;
}

/** Raises the counters of an account or an address to the limit, as many guesses would. */
async function exhaust(kind: 'account' | 'address'): Promise<void> {
  await server.rows(`UPDATE sign_in_attempts SET failures = 60 WHERE key LIKE '${kind}:%'`);
}

function deviceCookieIn(response: ApiResponse): string {
  const cookie = response.headers.getSetCookie().find((value) => value.startsWith('known_device='));
  return cookie?.split(';')[0] ?? 'none';
}

it('lets only a few of 30 parallel guesses at one password through and delays the others with 429', async () => {
  const username = newUsername();
  await register(server, username);
  const thief = elsewhere();
  const start = performance.now();

  const responses = await Promise.all(Array.from({ length: 30 }, () => enter(thief, username)));

  const seconds = Math.ceil((performance.now() - start) / SECOND_MS);
  const checked = responses.filter((response) => response.status === 401);
  const delayed = responses.filter((response) => response.status === 429);
  expect(checked.length + delayed.length).toBe(30);
  // On a slow machine, the delay of a second ends while the guesses are sent.
  expect(checked.length).toBeLessThanOrEqual(6 + seconds);
  for (const { headers, body } of delayed) {
    expect(body.code).toBe('auth.too-many-attempts');
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(body['retryAfterSeconds']).toBe(Number(headers.get('retry-after')));
  }
});

it('checks no password during the delay, and resets the failures with the right one after it', async () => {
  const { username } = await newShopper(server);
  const client = elsewhere();
  await guess(client, username, 6);
  await server.rows('UPDATE sign_in_attempts SET blocked_until = blocked_until + ? WHERE blocked_until > 0', [
    60 * SECOND_MS,
  ]);
  // Even the right password is not checked, or the response would reveal it.
  expect((await enter(client, username, PASSWORD)).status).toBe(429);
  await server.rows('UPDATE sign_in_attempts SET blocked_until = 0');
  bodyOf(await enter(client, username, PASSWORD), 200);
  expect(await guess(client, username, 5)).toEqual(Array(5).fill(401));
  bodyOf(await enter(client, username, PASSWORD), 200);
});

describe('wrong passwords from elsewhere', () => {
  let owner: TestUser;
  beforeEach(async () => {
    owner = await newShopper(server);
  });

  it('do not delay the owner at another address', async () => {
    expect(await guess(elsewhere(), owner.username, 8)).toContain(429);
    bodyOf(await enter(elsewhere(), owner.username, PASSWORD), 200);
  });

  it('never delay the owner on a device with an earlier sign-in', async () => {
    const home = elsewhere();
    const signedIn = await enter(home, owner.username, PASSWORD);
    const known = home.with({ cookie: deviceCookieIn(signedIn) });
    const attributes = signedIn.headers.getSetCookie().find((value) => value.startsWith('known_device='));
    expect(attributes).toMatch(/; Path=\/api\/v1\/auth; HttpOnly; SameSite=Strict$/i);
    await guess(home, owner.username, 2);
    await exhaust('account');
    await exhaust('address');
    await guess(home, owner.username, 1);

    expect((await enter(home, owner.username, PASSWORD)).status).toBe(429);
    bodyOf(await enter(known, owner.username, PASSWORD), 200);
    // The cookie of one account is worth nothing at another, and its own failures are delayed.
    const other = await newShopper(server);
    expect((await enter(known, other.username, PASSWORD)).status).toBe(429);
    expect(await guess(known, owner.username, 8)).toContain(429);
  });

  it('never delay the change of the password in a session', async () => {
    await guess(elsewhere(), owner.username, 8);
    await exhaust('account');
    await guess(elsewhere(), owner.username, 2);
    const body = { currentPassword: owner.password, newPassword: 'four-green-chillies' };
    bodyOf(await server.client.as(owner).post('/users/me/password', body), 200);
  });

  it('do not delay the owner after a reset of the password', async () => {
    const token = await newResetToken(server);
    const [user] = await server.rows<{ username: string }>(
      'SELECT username FROM users WHERE id = (SELECT user_id FROM password_resets WHERE used_at IS NULL)',
    );
    const username = user?.username ?? '';
    const home = elsewhere();
    await guess(home, username, 8);
    const password = 'four-green-chillies';
    const reset = await home.post('/auth/reset-password', { token, password });
    expect(reset.status).toBe(204);
    await guess(elsewhere(), username, 1);
    await exhaust('account');
    await guess(elsewhere(), username, 1);
    expect((await enter(home, username, password)).status).toBe(429);
    bodyOf(await enter(home.with({ cookie: deviceCookieIn(reset) }), username, password), 200);
  });
});

it('limits wrong passwords in one session', async () => {
  const owner = await newShopper(server);
  const change = (currentPassword: string): Promise<ApiResponse> =>
    server.client
      .as(owner)
      .post('/users/me/password', { currentPassword, newPassword: 'four-green-chillies' });
  const statuses: number[] = [];
  for (let i = 0; i < 8; i++) statuses.push((await change(WRONG)).status);
  expect(statuses.slice(0, 6)).toEqual(Array(6).fill(422));
  expect(statuses).toContain(429);
  bodyOf(await enter(elsewhere(), owner.username, PASSWORD), 200);
});

it('delays the guesses of one address at many accounts, existing or not', async () => {
  const client = elsewhere();
  expect((await enter(client, newUsername('unknown'))).status).toBe(401);
  await exhaust('address');
  expect((await enter(client, newUsername('unknown'))).status).toBe(401);
  expect((await enter(client, newUsername('unknown'))).status).toBe(429);
  expect((await enter(elsewhere(), newUsername('unknown'))).status).toBe(401);
});

it('limits mail requests per address with 429', async () => {
  const client = elsewhere();
  const statuses: number[] = [];
  for (let i = 0; i < 40; i++)
    statuses.push((await client.post('/auth/forgot-password', { email: 'a@example.com' })).status);
  expect(statuses.filter((status) => status === 202)).toHaveLength(30);
  const response = await client.post<Problem>('/auth/forgot-password', { email: 'a@example.com' });
  expect(bodyOf(response, 429).code).toBe('auth.too-many-requests');
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
});

it('ignores X-Forwarded-For of an untrusted client', async () => {
  server = await startServer({ env: { RATE_LIMITS: 'on' } });
  const username = newUsername('unknown');
  const statuses: number[] = [];
  for (let i = 0; i < 8; i++) statuses.push((await enter(elsewhere(), username)).status);
  expect(statuses).toContain(429);
});
