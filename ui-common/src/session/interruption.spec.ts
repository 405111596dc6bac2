import { createPinia, disposePinia, setActivePinia, type Pinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearAccessToken, setTokenOwner } from '../api/access-token.ts';
import { api, responseBody } from '../api/client.ts';
import { useInterruption } from './interruption.ts';
import { useSession } from './session.ts';

const USERS = {
  asha: { id: 'asha', username: 'asha', displayName: 'Asha Rao', role: 'store_manager' },
  ravi: { id: 'ravi', username: 'ravi', displayName: 'Ravi Menon', role: 'store_manager' },
} as const;
type Name = keyof typeof USERS;

/** A server with one browser: its cookie, and the tokens that it accepts. */
let cookie: Name | undefined;
let valid: Set<string>;
let saved: { readonly by: string; readonly body: unknown }[];
let issued: number;
let pinia: Pinia;

function issue(name: Name): Response {
  issued += 1;
  const accessToken = `${name}-${issued}`;
  valid.add(accessToken);
  return Response.json({ accessToken, expiresIn: 900, user: USERS[name] });
}

async function respond(input: Request | string, init?: RequestInit): Promise<Response> {
  const request = input instanceof Request ? input : new Request(`http://localhost:3000${input}`, init);
  const path = new URL(request.url).pathname.replace('/api/v1', '');
  const refusal = (code: string): Response => Response.json({ status: 401, code }, { status: 401 });
  if (path === '/auth/login') {
    const { username, password } = (await request.json()) as { username: Name; password: string };
    if (password !== 'right') return refusal('auth.invalid-credentials');
    cookie = username;
    return issue(username);
  }
  if (path === '/auth/refresh') return cookie === undefined ? refusal('auth.session-ended') : issue(cookie);
  if (path === '/auth/logout') {
    cookie = undefined;
    return new Response(null, { status: 204 });
  }
  const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
  if (!valid.has(token)) return refusal('auth.unauthenticated');
  const name = token.split('-')[0] as Name;
  if (request.method === 'GET') return Response.json(USERS[name]);
  saved.push({ by: name, body: await request.json() });
  return Response.json(USERS[name]);
}

beforeEach(async () => {
  vi.stubGlobal('isSecureContext', false);
  vi.stubGlobal('fetch', respond);
  [cookie, valid, saved, issued] = [undefined, new Set(), [], 0];
  pinia = createPinia();
  setActivePinia(pinia);
  await useSession().signIn('asha', 'right');
});
afterEach(() => {
  disposePinia(pinia);
  clearAccessToken();
  setTokenOwner(undefined);
  localStorage.clear();
});

/** Sends a form, and waits until it is done or the user is asked to sign in. */
async function save(displayName: string) {
  const sending = responseBody(api.PATCH('/api/v1/users/me', { body: { displayName } }));
  const outcome = sending.then(
    () => 'saved',
    (problem: unknown) => (problem as { code: string }).code,
  );
  await vi.waitFor(() => expect(useInterruption().isOpen || saved.length > 0).toBe(true));
  return outcome;
}

/** Starts to save without waiting for the outcome. */
async function interrupt(displayName = 'Asha R.'): Promise<{ outcome: Promise<string> }> {
  const outcome = save(displayName);
  await vi.waitFor(() => expect(useInterruption().isOpen).toBe(true));
  return { outcome };
}

function endSession(): void {
  cookie = undefined;
  valid.clear();
}

describe('a session that ends while a form is open', () => {
  it('lets the same user sign in, and then sends the form', async () => {
    endSession();
    const { outcome } = await interrupt();
    const interruption = useInterruption();
    expect(interruption.owner?.username).toBe('asha');
    await expect(interruption.signIn('asha', 'wrong')).rejects.toMatchObject({
      code: 'auth.invalid-credentials',
    });
    expect([interruption.isOpen, saved]).toEqual([true, []]);
    await interruption.signIn('asha', 'right');
    expect(await outcome).toBe('saved');
    expect(saved).toEqual([{ by: 'asha', body: { displayName: 'Asha R.' } }]);
    expect([interruption.isOpen, useSession().account?.id]).toEqual([false, 'asha']);
  });

  it('sends all requests that have waited, once', async () => {
    endSession();
    const { outcome } = await interrupt('first');
    const second = responseBody(api.PATCH('/api/v1/users/me', { body: { displayName: 'second' } }));
    await useInterruption().signIn('asha', 'right');
    await Promise.all([outcome, second]);
    expect(saved.map(({ body }) => body)).toEqual([{ displayName: 'first' }, { displayName: 'second' }]);
  });

  it('sends nothing in the name of another user who signs in', async () => {
    endSession();
    const { outcome } = await interrupt();
    const interruption = useInterruption();
    await interruption.signIn('ravi', 'right');
    expect([interruption.other?.displayName, interruption.isOpen, saved]).toEqual(['Ravi Menon', true, []]);
    expect(useSession().account?.id).toBe('asha');

    await interruption.refuseOther();
    expect([cookie, interruption.other]).toEqual([undefined, undefined]);
    await interruption.signIn('asha', 'right');
    expect(await outcome).toBe('saved');
    expect(saved.map(({ by }) => by)).toEqual(['asha']);
  });

  it('ends here if the user leaves', async () => {
    endSession();
    const { outcome } = await interrupt();
    useInterruption().leave();
    expect(await outcome).toBe('auth.unauthenticated');
    const session = useSession();
    expect([session.isSignedIn, session.endedElsewhere, saved]).toEqual([false, true, []]);
  });

  it('continues when the user has signed in in another tab', async () => {
    endSession();
    const { outcome } = await interrupt();
    cookie = 'ravi';
    await useInterruption().retry();
    expect([useInterruption().other?.id, saved]).toEqual(['ravi', []]);
    cookie = 'asha';
    await useInterruption().retry();
    expect(await outcome).toBe('saved');
    expect(saved.map(({ by }) => by)).toEqual(['asha']);
  });
});

it('does not send a form for the user of a cookie that another tab has replaced', async () => {
  // The access token of this tab has expired, and the cookie is another user's by now.
  valid.clear();
  cookie = 'ravi';
  const { outcome } = await interrupt();
  expect([useInterruption().other?.id, saved]).toEqual(['ravi', []]);
  useInterruption().leave();
  expect(await outcome).toBe('auth.unauthenticated');
});

it('does not ask for a session that this tab never had', async () => {
  const session = useSession();
  await session.signOut();
  localStorage.setItem('signed-in', 'yes');
  await session.whenRestored();
  expect([useInterruption().isOpen, session.isSignedIn]).toEqual([false, false]);
});
