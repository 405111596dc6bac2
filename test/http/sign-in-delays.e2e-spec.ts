import { SECOND_MS } from '../../src/platform/common/durations.js';
import { newUsername, register } from '../factories/users.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

const PASSWORD = 'A-perfectly-fine-passphrase';

let server: Server;

/** Each test has its own store, because all of them use one IP address. */
beforeEach(async () => {
  server = await startServer({ env: { RATE_LIMITS: 'on' } });
});

const guess = (username: string, password = 'not-the-password'): Promise<ApiResponse<Problem>> =>
  server.client.post('/auth/login', { username, password });

it('lets only a few of 30 parallel guesses at one password through and delays the others with 429', async () => {
  const username = newUsername();
  await register(server, username);

  const responses = await Promise.all(Array.from({ length: 30 }, () => guess(username)));

  const checked = responses.filter((response) => response.status === 401);
  const delayed = responses.filter((response) => response.status === 429);
  expect(checked.length + delayed.length).toBe(30);
  expect(checked.length).toBeLessThanOrEqual(6);
  for (const { headers, body } of delayed) {
    expect(body.code).toBe('auth.too-many-attempts');
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(body['retryAfterSeconds']).toBe(Number(headers.get('retry-after')));
  }
  // During the delay, even the right password is not checked, or the response would reveal it.
  expect((await guess(username, PASSWORD)).status).toBe(429);
});

it('accepts the password after the delay and resets the failures', async () => {
  const username = newUsername();
  await register(server, username);
  for (let i = 0; i < 6; i++) expect((await guess(username)).status).toBe(401);
  const delayed = await guess(username, PASSWORD);
  expect(delayed.status).toBe(429);
  await new Promise((resolve) =>
    setTimeout(resolve, Number(delayed.headers.get('retry-after')) * SECOND_MS + 50),
  );
  bodyOf(await guess(username, PASSWORD), 200);
  for (let i = 0; i < 5; i++) expect((await guess(username)).status).toBe(401);
  bodyOf(await guess(username, PASSWORD), 200);
});

it('delays the guesses of one address at many accounts, existing or not', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 24; i++) statuses.push((await guess(newUsername('unknown'))).status);
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401));
  expect(statuses.slice(21)).toContain(429);
});

it('ignores X-Forwarded-For of an untrusted client', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 24; i++) {
    const client = server.client.with({ 'x-forwarded-for': `203.0.113.${i}` });
    const body = { username: newUsername('unknown'), password: 'not-the-password' };
    statuses.push((await client.post('/auth/login', body)).status);
  }
  expect(statuses).toContain(429);
});

it('limits mail requests per address with 429', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 40; i++)
    statuses.push((await server.client.post('/auth/forgot-password', { email: 'a@example.com' })).status);
  expect(statuses.filter((status) => status === 202)).toHaveLength(30);
  const response = await server.client.post<Problem>('/auth/forgot-password', { email: 'a@example.com' });
  expect(bodyOf(response, 429).code).toBe('auth.too-many-requests');
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
});
