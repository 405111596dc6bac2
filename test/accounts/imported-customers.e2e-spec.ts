import { randomUUID } from 'node:crypto';
import { passwordResetToken } from '../../src/auth/passwords/password-reset-token.js';
import { customersForm } from '../factories/files.js';
import { newManager, signIn, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type Problem } from '../support/clients/client.js';
import { sendRaw, type RawResponse } from '../support/clients/raw-request.js';
import { waitUntil } from '../support/servers/processes.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

const PASSWORD = 'four-green-chillies';

let server: Server;
let admin: TestUser;
let manager: TestUser;
beforeAll(async () => {
  server = await useSharedServer();
  [admin, manager] = await Promise.all([signInAdmin(server), newManager(server)]);
});

interface View {
  readonly id: string;
  readonly status: string;
  readonly [field: string]: unknown;
}

function send(by: TestUser, content: string): Promise<RawResponse> {
  const form = customersForm(content);
  return sendRaw(server.url, {
    method: 'POST',
    path: '/api/v1/admin/imports/customers',
    headers: { 'content-type': form.type, authorization: `Bearer ${by.accessToken}` },
    body: form.content,
  });
}

/** Imports one customer. Returns the import, and the ID of the customer. */
async function importCustomer(email: string): Promise<{ importId: string; userId: string }> {
  const sent = await send(admin, `email,name,city\n${email},Asha Rao,Bengaluru`);
  expect(sent.status).toBe(202);
  const { id: importId } = JSON.parse(sent.text) as View;
  await waitUntil(async () => {
    const { status } = bodyOf(await server.client.as(admin).get<View>(`/admin/imports/${importId}`), 200);
    return status === 'done';
  });
  const [user] = await server.rows<{ id: string }>('SELECT id FROM users WHERE email = ?', [email]);
  return { importId, userId: user?.id ?? '' };
}

/** Returns the kinds of mails to an address, oldest first. */
async function mailsTo(address: string): Promise<string[]> {
  const rows = await server.rows<{ kind: string }>(
    'SELECT kind FROM mails WHERE address = ? ORDER BY created_at, id',
    [address],
  );
  return rows.map(({ kind }) => kind);
}

const newEmail = (): string => `${randomUUID()}@example.com`;
const login = (username: string, password: string) =>
  server.client.post<Problem>('/auth/login', { username, password });

it('an imported customer cannot sign in, gets a mail only when invited, sets a password, and is confirmed by that', async () => {
  const email = newEmail();
  const { importId, userId } = await importCustomer(email);
  for (const password of ['!', '', PASSWORD])
    expect([400, 401]).toContain((await login(email, password)).status);
  const taken = await server.client.post<Problem>('/auth/register', {
    ...{ username: `u-${userId.slice(-12)}`, email, password: PASSWORD },
  });
  expect([taken.status, taken.body.code]).toEqual([409, 'users.email-taken']);
  expect(await mailsTo(email)).toEqual([]);

  const path = `/admin/imports/${importId}/invitations`;
  const waiting = bodyOf(await server.client.as(admin).get(path), 200);
  expect(waiting).toEqual({ waiting: 1, invited: 0, joined: 0, suspended: 0 });
  const changed = await server.client.as(admin).post<Problem>(path, { customers: 2 });
  expect([changed.status, changed.body.code]).toEqual([409, 'invitations.count-changed']);
  bodyOf(await server.client.as(admin).post(path, { customers: 1 }), 202);
  await waitUntil(async () => (await mailsTo(email)).length > 0);
  expect(await mailsTo(email)).toEqual(['invitation']);

  const [link] = await server.rows<{ id: string }>('SELECT id FROM password_resets WHERE user_id = ?', [
    userId,
  ]);
  const token = passwordResetToken(server.env['JWT_SECRET'] ?? '', link?.id ?? '');
  bodyOf(await server.client.post('/auth/reset-password', { token, password: PASSWORD }), 204);
  expect((await server.client.post('/auth/reset-password', { token, password: PASSWORD })).status).toBe(422);
  const [account] = await server.rows<{ username: string; at: number | null; role: string }>(
    'SELECT username, email_confirmed_at AS at, role FROM users WHERE id = ?',
    [userId],
  );
  expect(account).toMatchObject({ role: 'user', at: expect.anything() as unknown });
  await signIn(server, account?.username ?? '', PASSWORD);
  expect(bodyOf(await server.client.as(admin).get(path), 200)).toMatchObject({ invited: 1, joined: 1 });
  // A first password replaces none: no one is warned about it.
  const notices = await server.rows(
    `SELECT payload FROM outbox_events WHERE type = 'users.security-changed' AND payload LIKE '%password%' AND subject = ?`,
    [`user:${userId}`],
  );
  expect(notices).toEqual([]);
});

it('staff invite one customer from the card, who is mailed once a day', async () => {
  const email = newEmail();
  const { userId } = await importCustomer(email);
  const invite = () => server.client.as(manager).post<Problem>(`/admin/customers/${userId}/invite`);
  const card = () =>
    server.client.as(manager).get<{ invitation: { invitedAt: string | null } }>(`/admin/customers/${userId}`);
  expect(bodyOf(await card(), 200).invitation).toEqual({ invitedAt: null, againAt: null });
  expect((await invite()).status).toBe(204);
  const again = await invite();
  expect([again.status, again.body.code]).toEqual([409, 'invitations.too-soon']);
  expect(bodyOf(await card(), 200).invitation.invitedAt).toEqual(expect.any(String));
  await waitUntil(async () => (await mailsTo(email)).length > 0);
  expect(await mailsTo(email)).toEqual(['invitation']);
});

it('a forgotten password lets an imported customer in without an invitation, whose open links do not count', async () => {
  const email = newEmail();
  const { userId } = await importCustomer(email);
  bodyOf(await server.client.as(manager).post(`/admin/customers/${userId}/invite`), 204);
  for (let i = 0; i < 3; i++) bodyOf(await server.client.post('/auth/forgot-password', { email }), 202);
  const links = await server.rows<{ id: string }>('SELECT id FROM password_resets WHERE user_id = ?', [
    userId,
  ]);
  expect(links).toHaveLength(4);
});

it('a suspension before the invitation is not mailed to a customer who knows of no account', async () => {
  const email = newEmail();
  const { userId } = await importCustomer(email);
  bodyOf(await server.client.as(admin).post(`/admin/users/${userId}/suspend`, {}), 200);
  await waitUntil(async () => {
    const [open] = await server.rows<{ n: number }>(
      'SELECT count(*) AS n FROM outbox_events WHERE subject = ? AND completed_at IS NULL',
      [`user:${userId}`],
    );
    return open?.n === 0;
  });
  expect(await mailsTo(email)).toEqual([]);
  const refused = await server.client.as(manager).post<Problem>(`/admin/customers/${userId}/invite`);
  expect([refused.status, refused.body.code]).toEqual([409, 'invitations.suspended']);
});

it('managers import no customers', async () => {
  expect((await send(manager, 'email\nx@example.com')).status).toBe(403);
});
