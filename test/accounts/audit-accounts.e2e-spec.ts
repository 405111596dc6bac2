import { MINUTE_MS } from '../../src/platform/common/durations.js';
import {
  confirmationToken,
  newResetToken,
  newShopper,
  newUsername,
  signInAdmin,
} from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { bodyOf, type ApiResponse, type Client } from '../support/clients/client.js';
import { cookieIn } from '../support/clients/cookies.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let audit: AuditLog;
beforeAll(async () => {
  server = await useSharedServer();
  audit = new AuditLog(server, await signInAdmin(server));
});

describe('audit entries of account actions', () => {
  it('records registration, sign-in, failed sign-in, token reuse and sign-out', async () => {
    const username = newUsername();
    const account = { username, email: `${username}@example.com`, password: 'three-ripe-mangoes' };
    audit.secrets.add(account.password);
    const anonymous = server.client;
    const [registered] = await audit.leftBy(
      anonymous,
      (client) => client.post('/auth/register', account),
      201,
    );
    expect(registered).toMatchObject({
      action: 'users.registered',
      after: { username, role: 'user', status: 'approved' },
    });
    const id = registered?.subjectId;

    const wrong = { username, password: 'a-guess-that-is-wrong' };
    audit.secrets.add(wrong.password);
    expect(await audit.leftBy(anonymous, (client) => client.post('/auth/login', wrong), 401)).toMatchObject([
      { action: 'auth.sign-in-failed', actorId: null, subjectId: id },
    ]);
    const unknown = { username: 'my-password-typed-as-a-name', password: 'x' };
    audit.secrets.add(unknown.username);
    expect(await audit.leftBy(anonymous, (client) => client.post('/auth/login', unknown), 401)).toMatchObject(
      [{ action: 'auth.sign-in-failed', actorId: null, subjectId: null }],
    );

    const credentials = { username, password: account.password };
    let cookie = '';
    const signedIn = await audit.leftBy(
      anonymous,
      async (client) => {
        const response = await client.post<{ accessToken: string }>('/auth/login', credentials);
        cookie = cookieIn(response);
        audit.secrets.add(cookie.split('=')[1] ?? '').add(response.body.accessToken);
        return response;
      },
      200,
    );
    expect(signedIn).toMatchObject([{ action: 'auth.signed-in', actorId: id, subjectId: id }]);

    const rotated = await anonymous.post('/auth/refresh', undefined, { cookie });
    audit.secrets.add(cookieIn(rotated).split('=')[1] ?? '');
    await server.rows('UPDATE refresh_tokens SET used_at = used_at - ? WHERE used_at IS NOT NULL', [
      MINUTE_MS,
    ]);
    const replay = (client: Client): Promise<ApiResponse> =>
      client.post('/auth/refresh', undefined, { cookie });
    expect(await audit.leftBy(anonymous, replay, 401)).toMatchObject([
      { action: 'auth.refresh-token-reused', subjectId: id },
    ]);

    const again = await anonymous.post('/auth/login', credentials);
    const signOut = (client: Client): Promise<ApiResponse> =>
      client.post('/auth/logout', undefined, { cookie: cookieIn(again) });
    expect(await audit.leftBy(anonymous, signOut, 204)).toMatchObject([
      { action: 'auth.signed-out', actorId: id },
    ]);
  });

  it('records a sign-in that the account status refuses', async () => {
    const username = newUsername();
    const account = {
      username,
      email: `${username}@example.com`,
      password: 'three-ripe-mangoes',
      role: 'store_manager',
    };
    bodyOf(await server.client.post('/auth/register', account), 201);
    const login = (client: Client): Promise<ApiResponse> =>
      client.post('/auth/login', { username, password: account.password });
    expect(await audit.leftBy(server.client, login, 403)).toMatchObject([
      { action: 'auth.sign-in-refused', after: { status: 'pending' } },
    ]);
  });

  it('records changed and refused passwords, a changed email and revoked sessions', async () => {
    const user = await newShopper(server);
    const own = server.client.as(user);
    audit.secrets.add(user.password).add('four-green-chillies').add('not-the-right-one');
    const change = (currentPassword: string) => (client: Client) =>
      client.post<{ accessToken: string }>('/users/me/password', {
        currentPassword,
        newPassword: 'four-green-chillies',
      });
    expect(await audit.leftBy(own, change('not-the-right-one'), 422)).toMatchObject([
      { action: 'users.password-refused' },
    ]);
    const email = `${newUsername('other')}@example.com`;
    const patch = { email, currentPassword: user.password };
    expect(await audit.leftBy(own, (client) => client.patch('/users/me', patch), 200)).toMatchObject([
      { action: 'users.email-change-requested', after: { email } },
    ]);
    const token = await confirmationToken(server, user.id);
    audit.secrets.add(token).add(token.split('.')[1] ?? '');
    const confirm = (client: Client) => client.post('/auth/confirm-email', { token });
    expect(await audit.leftBy(server.client, confirm, 200)).toMatchObject([
      { action: 'users.email-changed', before: { email: `${user.username}@example.com` }, after: { email } },
    ]);
    expect(await audit.leftBy(own, (client) => client.delete('/users/me/sessions'), 204)).toMatchObject([
      { action: 'users.sessions-revoked', actorId: user.id },
    ]);
    expect(await audit.leftBy(own, change(user.password), 200)).toMatchObject([
      { action: 'users.password-changed', actorId: user.id },
    ]);
  });

  it('records a requested and a completed password reset', async () => {
    const token = await newResetToken(server);
    audit.secrets
      .add(token)
      .add(token.split('.')[1] ?? '')
      .add('five-long-beans');
    const body = { token, password: 'five-long-beans' };
    expect(
      await audit.leftBy(server.client, (client) => client.post('/auth/reset-password', body), 204),
    ).toMatchObject([{ action: 'auth.password-reset', subjectType: 'user' }]);
    const request = { email: `${newUsername('unknown')}@example.com` };
    expect(
      await audit.leftBy(server.client, (client) => client.post('/auth/forgot-password', request), 202),
    ).toMatchObject([{ action: 'auth.password-reset-asked', subjectId: null }]);
  });
});

it('writes no secret to the audit log, the outbox or the log', async () => {
  await audit.expectNoSecret();
});
