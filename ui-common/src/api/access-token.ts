import { withLock } from '../browser/plain-http.ts';
import { SECOND_MS } from '../dates/durations.ts';
import { ApiProblem, UNREACHABLE, problemOf } from './api-problem.ts';
import { fetchRepeatedly } from './fetch-repeatedly.ts';

/** A token counts as expired this long before its end: a request takes time to arrive. */
const EXPIRY_MARGIN_S = 15;
/** Serializes refreshes across tabs, which share one refresh cookie: one of them fetches the next one. */
const LOCK_NAME = 'refresh-session';

interface CachedToken {
  readonly token: string;
  /** On the `performance.now()` clock. */
  readonly expiresAt: number;
}

let cached: CachedToken | undefined;
/** True if the cookie probably exists but could not be exchanged yet. */
let isSessionExpected = false;
let pendingRefresh: Promise<string | undefined> | undefined;
const endListeners = new Set<() => void>();

/** Caches the token in memory only: any script could read it from storage. */
export function setAccessToken({ accessToken, expiresIn }: { accessToken: string; expiresIn: number }): void {
  cached = { token: accessToken, expiresAt: performance.now() + (expiresIn - EXPIRY_MARGIN_S) * SECOND_MS };
}

export function clearAccessToken(): void {
  cached = undefined;
  isSessionExpected = false;
}

/** Marks the session as expected, so that the first request that reaches the server restores it. */
export function expectSession(): void {
  isSessionExpected = true;
}

/** Returns the cached token if it has not expired. */
export function currentAccessToken(): string | undefined {
  return cached !== undefined && cached.expiresAt > performance.now() ? cached.token : undefined;
}

/** Returns true if this tab knows of, or expects, a signed-in session. */
export function hasSession(): boolean {
  return cached !== undefined || isSessionExpected;
}

/** Registers a listener that runs when the server reports that the session has ended. */
export function onSessionEnd(listener: () => void): void {
  endListeners.add(listener);
}

/**
 * Exchanges the refresh cookie for a new access token. Concurrent calls share one exchange.
 *
 * @returns undefined if the session has ended
 * @throws ApiProblem if the server is unreachable; the session may still be valid
 */
export function refreshAccessToken(): Promise<string | undefined> {
  pendingRefresh ??= withLock(LOCK_NAME, exchange).finally(() => {
    pendingRefresh = undefined;
  });
  return pendingRefresh;
}

/** If the response is lost, the server gives the same tokens to the next attempt. */
async function exchange(): Promise<string | undefined> {
  const send = (): Promise<Response> => fetch('/api/v1/auth/refresh', { method: 'POST' });
  const response = await fetchRepeatedly(send).catch(() => {
    throw new ApiProblem({ code: UNREACHABLE });
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    setAccessToken(body as { accessToken: string; expiresIn: number });
    return cached?.token;
  }
  if (response.status !== 401 && response.status !== 403) throw problemOf(response, body);
  clearAccessToken();
  for (const listener of endListeners) listener();
  return undefined;
}
