import { passwordResetToken } from '../../src/auth/passwords/password-reset-token.js';
import { newShopper, newUsername, signIn, type TestUser } from '../factories/users.js';
import { bodyOf, type Bearer, type Problem } from '../support/clients/client.js';
import { refresh, refreshCookieOf } from '../support/clients/cookies.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
beforeAll(async () => {
  server = await useSharedServer();
});

/** Returns the changes about which a user gets a mail. */
async function noticesOf(user: TestUser): Promise<string[]> {
  const events = await server.rows<{ payload: string }>(
    `SELECT payload FROM outbox_events WHERE type = 'users.security-changed' AND subject = ? ORDER BY id`,
    [`user:${user.id}`],
  );
  return events.map(({ payload }) => (JSON.parse(payload) as { change: string }).change);
}

describe('POST /users/me/password', () => {
  const change = (user: TestUser, newPassword: string, currentPassword = user.password) =>
    server.client.as(user).post<Bearer & Problem>('/users/me/password', { currentPassword, newPassword });

  it('changes the password and ends all other sessions', async () => {
    const user = await newShopper(server);
    const other = await signIn(server, user.username);
    const cookie = await refreshCookieOf(server, user.username, user.password);
    const token = bodyOf(await change(user, 'four-green-chillies'), 200);
    bodyOf(await server.client.as(token).get('/users/me'), 200);
    expect((await server.client.as(other).get('/users/me')).status).toBe(401);
    expect((await server.client.as(user).get('/users/me')).status).toBe(401);
    expect((await refresh(server, cookie)).status).toBe(401);
    const { username, password } = user;
    expect((await server.client.post('/auth/login', { username, password })).status).toBe(401);
    await signIn(server, username, 'four-green-chillies');
    expect(await noticesOf(user)).toContain('password-changed');
  });

  it('refuses a wrong current password and a weak new password with 422', async () => {
    const user = await newShopper(server);
    const wrong = bodyOf(await change(user, 'four-green-chillies', 'not-that-one'), 422);
    expect(wrong.errors).toMatchObject([{ field: 'currentPassword' }]);
    expect(bodyOf(await change(user, 'password1'), 422).errors).toMatchObject([{ field: 'newPassword' }]);
    await signIn(server, user.username);
  });
});

describe('POST /auth/reset-password', () => {
  const requestReset = (email: string) => server.client.post('/auth/forgot-password', { email });
  const reset = (token: string, password = 'four-green-chillies') =>
    server.client.post<Problem>('/auth/reset-password', { token, password });

  interface ResetEvent {
    readonly id: string;
    readonly payload: string;
  }

  const resetEvents = (user: TestUser): Promise<ResetEvent[]> =>
    server.rows(
      `SELECT id, payload FROM outbox_events WHERE type = 'auth.password-forgotten' AND subject = ?`,
      [`user:${user.id}`],
    );

  /** Returns the token of the mail, derived from the event in the outbox. */
  async function tokenOf(user: TestUser): Promise<string> {
    bodyOf(await requestReset(`${user.username}@example.com`), 202);
    const { passwordResetId } = JSON.parse((await resetEvents(user)).at(-1)?.payload ?? '{}') as {
      passwordResetId: string;
    };
    return passwordResetToken(server.env['JWT_SECRET'] ?? '', passwordResetId);
  }

  it('replaces the password once with the mailed token and ends all sessions', async () => {
    const user = await newShopper(server);
    const token = await tokenOf(user);
    expect((await reset(token)).status).toBe(204);
    expect((await server.client.as(user).get('/users/me')).status).toBe(401);
    await signIn(server, user.username, 'four-green-chillies');
    expect(await noticesOf(user)).toContain('password-reset');
    expect(bodyOf(await reset(token, 'five-long-beans'), 422).code).toBe('auth.reset-token-invalid');
    await signIn(server, user.username, 'four-green-chillies');
  });

  it('confirms the address that received the token', async () => {
    const user = await newShopper(server);
    await server.rows('UPDATE users SET email_confirmed_at = NULL WHERE id = ?', [user.id]);
    bodyOf(await reset(await tokenOf(user)), 204);
    const [account] = await server.rows<{ at: number | null }>(
      'SELECT email_confirmed_at AS at FROM users WHERE id = ?',
      [user.id],
    );
    expect(account?.at).not.toBeNull();
  });

  it('accepts one of several concurrent uses of a token', async () => {
    const token = await tokenOf(await newShopper(server));
    const responses = await Promise.all(Array.from({ length: 5 }, () => reset(token)));
    expect(responses.map((response) => response.status).sort()).toEqual([204, 422, 422, 422, 422]);
  });

  it('keeps the token valid when the new password is weak', async () => {
    const token = await tokenOf(await newShopper(server));
    expect(bodyOf(await reset(token, 'password'), 422).errors).toMatchObject([{ field: 'password' }]);
    expect((await reset(token)).status).toBe(204);
  });

  it('refuses a forged token, an expired token, and a token issued before a password change', async () => {
    const user = await newShopper(server);
    const token = await tokenOf(user);
    const [id = ''] = token.split('.');
    for (const forged of [
      id,
      `${id}.`,
      passwordResetToken('another secret of more than 32 characters', id),
      'x',
    ])
      expect(bodyOf(await reset(forged), 422).code).toBe('auth.reset-token-invalid');
    const body = { currentPassword: user.password, newPassword: 'six-small-onions' };
    bodyOf(await server.client.as(user).post('/users/me/password', body), 200);
    expect((await reset(token)).status).toBe(422);
    const expired = await tokenOf(user);
    await server.rows('UPDATE password_resets SET expires_at = ? WHERE user_id = ?', [
      Date.now() - 1,
      user.id,
    ]);
    expect((await reset(expired)).status).toBe(422);
  });

  it('gives the same response for known and unknown emails, and sends few mails to one address', async () => {
    const user = await newShopper(server);
    const known = await requestReset(`${user.username}@example.com`);
    const unknown = await requestReset(`${newUsername('unknown')}@example.com`);
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    for (let i = 0; i < 6; i++) await requestReset(`${user.username}@example.com`);
    expect((await resetEvents(user)).length).toBeLessThanOrEqual(3);
    const [events] = await server.rows<{ payloads: number }>(
      `SELECT count(*) AS payloads FROM outbox_events WHERE payload LIKE '%token%'`,
    );
    expect(events?.payloads).toBe(0);
  });
});
