import { newUsername, register } from '../factories/users.js';
import { bodyOf, type Answer, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

const PASSWORD = 'A-perfectly-fine-passphrase';

let server: Server;

/** Each test has a store of its own, because all of them come from one address. */
beforeEach(async () => {
  server = await startServer({ env: { RATE_LIMITS: 'on' } });
});

const guess = (username: string, password = 'not-the-password'): Promise<Answer<Problem>> =>
  server.client.post('/auth/login', { username, password });

it('lets 30 parallel guesses at one password learn of no more than a few', async () => {
  const username = newUsername();
  await register(server, username);

  const answers = await Promise.all(Array.from({ length: 30 }, () => guess(username)));

  const looked = answers.filter((answer) => answer.status === 401);
  const delayed = answers.filter((answer) => answer.status === 429);
  expect(looked.length + delayed.length).toBe(30);
  expect(looked.length).toBeLessThanOrEqual(6);
  for (const { headers, body } of delayed) {
    expect(body.code).toBe('auth.too-many-attempts');
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(body['retryAfterSeconds']).toBe(Number(headers.get('retry-after')));
  }
  // Meanwhile not even the right one is looked at, or the delay would tell which it is.
  expect((await guess(username, PASSWORD)).status).toBe(429);
});

it('lets in who waits, and forgets the failures', async () => {
  const username = newUsername();
  await register(server, username);
  for (let i = 0; i < 6; i++) expect((await guess(username)).status).toBe(401);
  const delayed = await guess(username, PASSWORD);
  expect(delayed.status).toBe(429);
  await new Promise((resolve) => setTimeout(resolve, Number(delayed.headers.get('retry-after')) * 1000 + 50));
  bodyOf(await guess(username, PASSWORD), 200);
  for (let i = 0; i < 5; i++) expect((await guess(username)).status).toBe(401);
  bodyOf(await guess(username, PASSWORD), 200);
});

it('delays the guesses of one address at many accounts, and at accounts that are none', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 24; i++) statuses.push((await guess(newUsername('nobody'))).status);
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401));
  expect(statuses.slice(21)).toContain(429);
});

it('believes no X-Forwarded-For of a stranger', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 24; i++) {
    const client = server.client.with({ 'x-forwarded-for': `203.0.113.${i}` });
    const body = { username: newUsername('nobody'), password: 'not-the-password' };
    statuses.push((await client.post('/auth/login', body)).status);
  }
  expect(statuses).toContain(429);
});

it('limits how often one address asks for a mail', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 40; i++)
    statuses.push((await server.client.post('/auth/forgot-password', { email: 'a@example.com' })).status);
  expect(statuses.filter((status) => status === 202)).toHaveLength(30);
  const answer = await server.client.post<Problem>('/auth/forgot-password', { email: 'a@example.com' });
  expect(bodyOf(answer, 429).code).toBe('auth.too-many-requests');
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});
