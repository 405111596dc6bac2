import { createHmac, randomUUID } from 'node:crypto';
import { REFRESH_LEEWAY_MS } from '../../src/auth/sessions/refresh-tokens.js';
import { DAY_MS, SECOND_MS } from '../../src/platform/common/durations.js';
import { newShopper, newUsername, register, signIn, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type Client, type Problem } from '../support/clients/client.js';
import { cookieIn, refresh, refreshCookieOf, type SignedIn } from '../support/clients/cookies.js';
import { waitUntil } from '../support/servers/processes.js';
import { startServer, type Server } from '../support/servers/server.js';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

interface Session {
  readonly id: string;
  readonly current: boolean;
  readonly userAgent: string;
}

const me = (user: { accessToken: string }): Client => server.client.as(user);

async function sessionsOf(user: { accessToken: string }): Promise<readonly Session[]> {
  return bodyOf(await me(user).get<{ items: Session[] }>('/users/me/sessions'), 200).items;
}

/** Lets the leeway of all spent refresh tokens pass. */
async function passLeeway(): Promise<void> {
  await server.rows(`UPDATE refresh_tokens SET used_at = used_at - ${REFRESH_LEEWAY_MS + 1}`);
}

async function newCookie(): Promise<{ user: TestUser; cookie: string }> {
  const user = await newShopper(server);
  return { user, cookie: await refreshCookieOf(server, user.username, user.password) };
}

describe('refresh cookie', () => {
  it('is HttpOnly and SameSite=Strict, and is limited to the sign-in routes', async () => {
    const { username, password } = await newShopper(server);
    const response = await server.client.post<SignedIn>('/auth/login', { username, password });
    const [cookie = '', ...others] = response.headers.getSetCookie();
    expect(others).toEqual([expect.stringMatching(/^known_device=/)]);
    expect(cookie).toMatch(/^refresh_token=[A-Za-z0-9_-]{43};/);
    expect(cookie).toMatch(/; HttpOnly(;|$)/i);
    expect(cookie).toMatch(/; SameSite=Strict(;|$)/i);
    expect(cookie).toMatch(/; Path=\/api\/v1\/auth(;|$)/i);
    expect(cookie).toMatch(/; Max-Age=2592000(;|$)/i);
    expect(cookie).not.toMatch(/; Domain/i);
    expect(JSON.stringify(response.body)).not.toContain(cookieIn(response).split('=')[1]);
    expect(bodyOf(response, 200).expiresIn).toBeLessThanOrEqual(900);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('is sent over HTTPS only in production', async () => {
    const shop = await startServer({ env: { NODE_ENV: 'production', RATE_LIMITS: 'on' } });
    const username = newUsername();
    await register(shop, username);
    const { password } = await signIn(shop, username);
    const response = await shop.client.post('/auth/login', { username, password });
    expect(response.headers.getSetCookie()[0]).toMatch(/; Secure(;|$)/i);
  });

  it('is exchanged for a new cookie and a valid access token', async () => {
    const { user, cookie } = await newCookie();
    const first = await refresh(server, cookie);
    expect(bodyOf(first, 200).user.id).toBe(user.id);
    expect(cookieIn(first)).not.toBe(cookie);
    const second = await refresh(server, cookieIn(first));
    bodyOf(await me(bodyOf(second, 200)).get('/users/me'), 200);
    expect((await sessionsOf(user)).length).toBe(2);
  });

  it('gives the same successor again if the response was lost', async () => {
    const { user, cookie } = await newCookie();
    const lost = await refresh(server, cookie);
    const again = await refresh(server, cookie);
    expect(bodyOf(again, 200).user.id).toBe(user.id);
    expect(cookieIn(again)).toBe(cookieIn(lost));
    bodyOf(await refresh(server, cookieIn(again)), 200);
  });

  it('gives the same successor after the server was killed between commit and response', async () => {
    const shop = await startServer();
    const user = await newShopper(shop);
    const cookie = await refreshCookieOf(shop, user.username, user.password);
    const lost = refresh(shop, cookie).catch(() => undefined);
    await waitUntil(async () => {
      const used = await shop.rows('SELECT token_hash FROM refresh_tokens WHERE used_at IS NOT NULL');
      return used.length > 0;
    });
    await shop.kill();
    await lost;
    await shop.start();
    const again = await refresh(shop, cookie);
    expect(bodyOf(again, 200).user.id).toBe(user.id);
    expect(await shop.rows('SELECT token_hash FROM refresh_tokens WHERE used_at IS NULL')).toHaveLength(1);
    bodyOf(await refresh(shop, cookieIn(again)), 200);
  });

  it('ends its session when it is used again after the leeway', async () => {
    const { user, cookie } = await newCookie();
    const stolen = await refresh(server, cookie);
    const token = bodyOf(stolen, 200);
    bodyOf(await me(token).get('/users/me'), 200);
    await passLeeway();
    const replayed = await refresh(server, cookie);
    expect(bodyOf(replayed, 401).code).toBe('auth.session-ended');
    expect(replayed.headers.getSetCookie()[0]).toMatch(/^refresh_token=;/);
    expect((await refresh(server, cookieIn(stolen))).status).toBe(401);
    expect((await me(token).get('/users/me')).status).toBe(401);
    // The other session of the same user stays open.
    bodyOf(await me(user).get('/users/me'), 200);
  });

  it('gives one successor to several requests at once', async () => {
    const { cookie } = await newCookie();
    const responses = await Promise.all(Array.from({ length: 8 }, () => refresh(server, cookie)));
    expect(responses.map((response) => response.status)).toEqual(Array(8).fill(200));
    expect(new Set(responses.map(cookieIn)).size).toBe(1);
  });

  it('expires with the lifetime of the session, which the environment sets', async () => {
    const shop = await startServer({ env: { SESSION_LIFETIME_DAYS: '2' } });
    const user = await newShopper(shop);
    const response = await shop.client.post('/auth/login', {
      username: user.username,
      password: user.password,
    });
    expect(response.headers.getSetCookie()[0]).toMatch(/; Max-Age=172800(;|$)/i);
    await shop.rows('UPDATE sessions SET created_at = created_at - ?', [DAY_MS]);
    const later = await refresh(shop, cookieIn(response));
    expect(later.headers.getSetCookie()[0]).toMatch(/; Max-Age=86(400|3\d\d)(;|$)/i);
    await shop.rows('UPDATE sessions SET created_at = created_at - ?', [DAY_MS]);
    expect(bodyOf(await refresh(shop, cookieIn(later)), 401).code).toBe('auth.session-ended');
  });

  it.each(['', 'refresh_token=', 'refresh_token=nonsense', `refresh_token=${'A'.repeat(43)}`])(
    'is refused with 401 if it is %j',
    async (cookie) => {
      expect(bodyOf(await refresh(server, cookie), 401).code).toBe('auth.session-ended');
    },
  );

  it('is refused with 403 in requests from pages of other sites', async () => {
    const { cookie } = await newCookie();
    const crossSite: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${server.url}.evil.example` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of crossSite) {
      expect(bodyOf(await refresh(server, cookie, headers), 403).code).toBe('auth.origin-refused');
      const signOut = await server.client.post('/auth/logout', undefined, {
        cookie,
        ...headers,
      });
      expect(signOut.status).toBe(403);
    }
    bodyOf(await refresh(server, cookie, { origin: server.url }), 200);
  });

  it('is invalid after sign-out, and so is the access token of its session', async () => {
    const { username, password } = await newShopper(server);
    const response = await server.client.post<SignedIn>('/auth/login', { username, password });
    const token = bodyOf(response, 200);
    const signOut = await server.client.post('/auth/logout', undefined, { cookie: cookieIn(response) });
    expect(signOut.status).toBe(204);
    expect(signOut.headers.getSetCookie()[0]).toMatch(/^refresh_token=;.*Path=\/api\/v1\/auth/i);
    expect((await refresh(server, cookieIn(response))).status).toBe(401);
    expect((await me(token).get('/users/me')).status).toBe(401);
  });

  it('is stored only as a hash', async () => {
    const { cookie } = await newCookie();
    const token = cookie.split('=')[1] ?? 'none';
    const rows = await server.rows<{ hash: string }>('SELECT token_hash AS hash FROM refresh_tokens');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ hash }) => hash.includes(token) || !/^[0-9a-f]{64}$/.test(hash))).toEqual([]);
  });
});

describe('/users/me/sessions', () => {
  it('lists sessions and ends one without ending the others', async () => {
    const user = await newShopper(server);
    const other = await signIn(server, user.username);
    const sessions = await sessionsOf(user);
    expect(sessions).toHaveLength(2);
    const otherSession = sessions.find((session) => !session.current);
    expect((await sessionsOf(other)).find((session) => session.current)?.id).toBe(otherSession?.id);
    expect((await me(user).delete(`/users/me/sessions/${otherSession?.id ?? ''}`)).status).toBe(204);
    expect((await me(other).get('/users/me')).status).toBe(401);
    expect(await sessionsOf(user)).toHaveLength(1);
    expect((await me(user).delete(`/users/me/sessions/${otherSession?.id ?? ''}`)).status).toBe(404);
  });

  it('returns 404 for a session of another user', async () => {
    const [user, other] = [await newShopper(server), await newShopper(server)];
    const [session] = await sessionsOf(other);
    const response = await me(user).delete<Problem>(`/users/me/sessions/${session?.id ?? ''}`);
    expect(bodyOf(response, 404).code).toBe('users.session-not-found');
    bodyOf(await me(other).get('/users/me'), 200);
  });

  it('ends all sessions except the current one', async () => {
    const user = await newShopper(server);
    const others = [await signIn(server, user.username), await signIn(server, user.username)];
    expect((await me(user).delete('/users/me/sessions')).status).toBe(204);
    for (const other of others) expect((await me(other).get('/users/me')).status).toBe(401);
    bodyOf(await me(user).get('/users/me'), 200);
  });
});

describe('access token', () => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / SECOND_MS);

  /** Returns a valid token with some claims or its signature changed. */
  async function forged(
    claims: object,
    { alg = 'HS256', secret = server.env['JWT_SECRET'] ?? '', hash = 'sha256' } = {},
  ): Promise<string> {
    const { accessToken } = await newShopper(server);
    const valid = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as object;
    const unsigned = `${part({ alg, typ: 'JWT' })}.${part({ ...valid, ...claims })}`;
    if (alg === 'none') return `${unsigned}.`;
    return `${unsigned}.${createHmac(hash, secret).update(unsigned).digest('base64url')}`;
  }

  const statusWith = async (accessToken: string): Promise<number> =>
    (await me({ accessToken }).get('/users/me')).status;

  it('is accepted if it equals a token that the store signs', async () => {
    expect(await statusWith(await forged({}))).toBe(200);
  });

  it.each([
    ['no algorithm', {}, { alg: 'none' }],
    ['another algorithm', {}, { alg: 'HS512', hash: 'sha512' }],
    ['another secret', {}, { secret: 'another secret of more than 32 characters' }],
    ['an empty secret', {}, { secret: '' }],
    ['another audience', { aud: 'elsewhere' }, {}],
    ['another issuer', { iss: 'elsewhere' }, {}],
    ['another type', { typ: 'refresh' }, {}],
    ['no type', { typ: undefined }, {}],
    ['an expiry in the past', { exp: now - 10 }, {}],
    ['a start in the future', { nbf: now + 600 }, {}],
    ['another version', { ver: 99 }, {}],
    ['a version that is a text', { ver: '0' }, {}],
    ['no session', { sid: undefined }, {}],
    ['an unknown session', { sid: randomUUID() }, {}],
    ['an unknown user', { sub: randomUUID() }, {}],
    ['an invalid user ID', { sub: "' OR 1=1 --" }, {}],
    ['an object for a user', { sub: { id: 1 } }, {}],
  ])('is refused with 401 if it has %s', async (_, claims, signing) => {
    expect(await statusWith(await forged(claims, signing))).toBe(401);
  });

  it('is refused with 401 if its session belongs to another user', async () => {
    const [attacker, victim] = [await newShopper(server), await signInAdmin(server)];
    const claimsOf = ({ accessToken }: TestUser): { sid: string } =>
      JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { sid: string };
    expect(await statusWith(await forged({ sub: victim.id, sid: claimsOf(attacker).sid }))).toBe(401);
  });

  it('contains no personal data and expires within 15 minutes', async () => {
    const { username, password } = await newShopper(server);
    const response = await server.client.post<SignedIn>('/auth/login', { username, password });
    const { accessToken } = bodyOf(response, 200);
    const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as Record<
      string,
      number
    >;
    expect(JSON.stringify(claims)).not.toContain(username);
    expect((claims['exp'] ?? 0) - (claims['iat'] ?? 0)).toBeLessThanOrEqual(900);
  });
});
