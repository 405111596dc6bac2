import { newAdmin, signInAdmin, accountOf, type TestUser } from '../factories/users.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

const ATTEMPTS = 5;

let server: Server;
let admin: TestUser;

beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
});

async function approvedAdmins(): Promise<string[]> {
  const rows = await server.rows<{ id: string }>(
    `SELECT id FROM users WHERE role = 'admin' AND status = 'approved'`,
  );
  return rows.map((row) => row.id);
}

type Removal = (by: TestUser, of: TestUser, version: number) => Promise<ApiResponse>;

const demotion: Removal = (by, of, version) =>
  server.client.as(by).patch(`/admin/users/${of.id}`, { role: 'user', version });

const suspension: Removal = (by, of) =>
  server.client.as(by).post(`/admin/users/${of.id}/suspend`, { reason: 'A test of the last admin' });

it.each([
  ['demote', demotion],
  ['suspend', suspension],
])('keeps one admin when the last two %s each other concurrently', async (_, remove) => {
  for (let round = 0; round < 5; round++) {
    const other = await newAdmin(server);
    expect(await approvedAdmins()).toHaveLength(2);
    const versions = [await accountOf(server, admin, admin), await accountOf(server, admin, other)] as const;

    // Each sends several requests, so that some of both pass the guards before the first one takes effect.
    const attempts = Array.from({ length: ATTEMPTS }, () => [
      remove(other, admin, versions[0].version),
      remove(admin, other, versions[1].version),
    ]);
    const responses = await Promise.all(attempts.flat());

    const byOther = responses.filter((_response, i) => i % 2 === 0).map((response) => response.status);
    const byAdmin = responses.filter((_response, i) => i % 2 === 1).map((response) => response.status);
    const [winner, losing] = byOther.includes(200) ? [other, byAdmin] : [admin, byOther];
    expect(losing.filter((status) => ![401, 403, 409].includes(status))).toEqual([]);
    expect(await approvedAdmins()).toEqual([winner.id]);
    admin = winner;
  }
});

it.each([
  ['demoted', demotion],
  ['suspended', suspension],
])('refuses with 409 that the last admin is %s', async (_, remove) => {
  const { version } = await accountOf(server, admin, admin);

  const response = await remove(admin, admin, version);

  expect(response.status).toBe(409);
  expect((response.body as Problem).code).toBe('users.last-admin');
  expect(await approvedAdmins()).toEqual([admin.id]);
  bodyOf(await server.client.as(admin).get('/admin/users'), 200);
});
