import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clearAccessToken, expectSession, refreshAccessToken } from './access-token.ts';
import { apiFetch } from './api-fetch.ts';

const REFRESH = '/api/v1/auth/refresh';
const sent: string[] = [];

/** The network is off for the refresh and on again for all that follows. */
beforeEach(() => {
  vi.stubGlobal('isSecureContext', false);
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  vi.stubGlobal('fetch', (input: Request | string) => {
    const path = input instanceof Request ? new URL(input.url).pathname : input;
    sent.push(path);
    return path === REFRESH ? Promise.reject(new TypeError('no network')) : Promise.resolve(new Response());
  });
  expectSession();
});
afterEach(() => {
  vi.restoreAllMocks();
  clearAccessToken();
  sent.length = 0;
});

it('sends no change without the token that it could not fetch', async () => {
  const request = new Request('http://localhost:3000/api/v1/cart', { method: 'PUT' });
  await expect(apiFetch(request)).rejects.toMatchObject({ code: 'network.unreachable' });
  expect(sent).toEqual([REFRESH]);
});

it('sends a GET request without a token, which the service worker may answer', async () => {
  await apiFetch(new Request('http://localhost:3000/api/v1/products'));
  expect(sent).toEqual([REFRESH, '/api/v1/products']);
});

it('refreshes the session again after a response was lost', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  const responses = [
    new TypeError('connection reset'),
    Response.json({ accessToken: 'token', expiresIn: 300 }),
  ];
  vi.stubGlobal('fetch', async (path: string) => {
    sent.push(path);
    const response = responses.shift();
    if (response instanceof Response) return response;
    throw response ?? new Error('not expected');
  });
  expect(await refreshAccessToken()).toBe('token');
  expect(sent).toEqual([REFRESH, REFRESH]);
});
