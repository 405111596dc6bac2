import { signUnsubscribeToken } from '../../src/platform/mail/delivery/unsubscribe-token.js';
import { newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import { sendRaw, type RawResponse } from '../support/clients/raw-request.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

interface Profile {
  readonly id: string;
  readonly mailPreferences: { readonly dailyReminder: boolean; readonly monthlyReport: boolean };
  readonly chatWebhook: string | null;
}

const WEBHOOK = 'https://chat.googleapis.com/v1/spaces/AAAA/messages?key=k&token=t';

let server: Server;
let shopper: TestUser;
beforeAll(async () => {
  server = await useSharedServer();
});
beforeEach(async () => {
  shopper = await newShopper(server);
});

const profile = async (): Promise<Profile> =>
  bodyOf(await server.client.as(shopper).get<Profile>('/users/me'), 200);
const change = (body: object): Promise<ApiResponse<Profile>> =>
  server.client.as(shopper).patch('/users/me', body);

describe('mail preferences', () => {
  it('start with every mail enabled and no chat webhook', async () => {
    expect(await profile()).toMatchObject({
      mailPreferences: { dailyReminder: true, monthlyReport: true },
      chatWebhook: null,
    });
  });

  it('are changed one at a time and persist', async () => {
    const first = bodyOf(await change({ mailPreferences: { dailyReminder: false } }), 200);
    expect(first.mailPreferences).toEqual({ dailyReminder: false, monthlyReport: true });
    bodyOf(await change({ mailPreferences: { monthlyReport: false }, chatWebhook: WEBHOOK }), 200);
    bodyOf(await change({ displayName: 'Asha' }), 200);
    expect(await profile()).toMatchObject({
      mailPreferences: { dailyReminder: false, monthlyReport: false },
      chatWebhook: WEBHOOK,
    });
    bodyOf(await change({ mailPreferences: { dailyReminder: true }, chatWebhook: null }), 200);
    expect(await profile()).toMatchObject({
      mailPreferences: { dailyReminder: true, monthlyReport: false },
      chatWebhook: null,
    });
  });

  it.each([
    [{ mailPreferences: null }],
    [{ mailPreferences: true }],
    [{ mailPreferences: [] }],
    [{ mailPreferences: {} }],
    [{ mailPreferences: { dailyReminder: 'false' } }],
    [{ mailPreferences: { dailyReminder: null } }],
    [{ mailPreferences: { orders: false } }],
    [{ chatWebhook: 'http://chat.example.com/' }],
    [{ chatWebhook: 'https://169.254.169.254/' }],
    [{ chatWebhook: '' }],
    [{ chatWebhook: 5 }],
  ])('refuses %p with 400', async (body) => {
    expect((await change(body)).status).toBe(400);
    expect(await profile()).toMatchObject({
      mailPreferences: { dailyReminder: true, monthlyReport: true },
      chatWebhook: null,
    });
  });

  it('hides mail preferences and the chat webhook from admins', async () => {
    bodyOf(await change({ chatWebhook: WEBHOOK }), 200);
    const admin = server.client.as(await signInAdmin(server));
    const listed = await admin.get('/admin/users', { q: shopper.username });
    expect(JSON.stringify(bodyOf(listed, 200))).toContain(shopper.id);
    expect(JSON.stringify(listed.body)).not.toMatch(/chatWebhook|googleapis|mailPreferences/);
  });
});

describe('/mail/unsubscribe', () => {
  const tokenFor = (list: 'daily-reminder' | 'monthly-report', userId = shopper.id): string =>
    signUnsubscribeToken(server.env['JWT_SECRET'] ?? '', { list, userId });

  const follow = (
    method: 'GET' | 'POST',
    token: string,
    { accept = '*/*', type = '', body = '' } = {},
  ): Promise<RawResponse> =>
    sendRaw(server.url, {
      method,
      path: `/api/v1/mail/unsubscribe?token=${encodeURIComponent(token)}`,
      headers: { accept, ...(type === '' ? {} : { 'content-type': type }) },
      ...(body === '' ? {} : { body }),
    });

  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ['application/x-www-form-urlencoded; charset=UTF-8', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
    ['', ''],
  ])('unsubscribes with one click, sent as %p', async (type, body) => {
    const token = tokenFor('daily-reminder');
    const response = await follow('POST', token, { type, body });
    expect([response.status, JSON.parse(response.text)]).toEqual([
      200,
      { list: 'daily-reminder', isSubscribed: false },
    ]);
    expect((await profile()).mailPreferences).toEqual({ dailyReminder: false, monthlyReport: true });
    expect((await follow('POST', token, { type, body })).status).toBe(200);
  });

  it('unsubscribes from the list of the token only', async () => {
    await follow('POST', tokenFor('monthly-report'));
    expect((await profile()).mailPreferences).toEqual({ dailyReminder: true, monthlyReport: false });
  });

  it('changes nothing when the link is only opened', async () => {
    for (const accept of ['*/*', 'text/html']) {
      expect((await follow('GET', tokenFor('daily-reminder'), { accept })).status).toBe(200);
    }
    const { text } = await follow('GET', tokenFor('daily-reminder'));
    expect(JSON.parse(text)).toEqual({ list: 'daily-reminder', isSubscribed: true });
    expect((await profile()).mailPreferences.dailyReminder).toBe(true);
  });

  it('returns a page with a button and without a script to a browser', async () => {
    bodyOf(await change({ locale: 'hi-IN' }), 200);
    const token = tokenFor('daily-reminder');
    const page = await follow('GET', token, { accept: 'text/html,*/*' });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.text).toContain('<form method="post">');
    expect(page.text).toContain('सदस्यता छोड़ें');
    expect(page.text).not.toContain('<script');
    const done = await follow('POST', token, { accept: 'text/html' });
    expect([done.status, done.text.includes('<form')]).toEqual([200, false]);
  });

  it('refuses a token that the store did not issue with 422, without naming its user', async () => {
    const genuine = tokenFor('daily-reminder');
    const others = [
      genuine.slice(0, -1),
      genuine.replace('daily-reminder', 'monthly-report'),
      genuine.replace(shopper.id, (await newShopper(server)).id),
      tokenFor('daily-reminder', '0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f'),
      tokenFor('daily-reminder', 'no-such-user'),
      'x',
    ];
    for (const token of others) {
      for (const method of ['GET', 'POST'] as const) {
        const response = await follow(method, token);
        const { code } = JSON.parse(response.text) as Problem;
        expect([response.status, code]).toEqual([422, 'users.unsubscribe-token-invalid']);
      }
    }
    expect((await profile()).mailPreferences).toEqual({ dailyReminder: true, monthlyReport: true });
  });

  it('accepts form bodies on no other route', async () => {
    const response = await sendRaw(server.url, {
      method: 'POST',
      path: '/api/v1/auth/login',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'username=admin&password=admin',
    });
    expect(response.status).toBe(415);
  });
});
