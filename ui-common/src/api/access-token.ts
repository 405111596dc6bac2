import { withLock } from '../browser/plain-http.ts';
import { SECOND_MS } from '../dates/durations.ts';
import { ApiProblem, UNREACHABLE, problemOf } from './api-problem.ts';
import { fetchRepeatedly } from './fetch-repeatedly.ts';
import type { components } from './schema';

/** A token counts as expired this long before its end: a request takes time to arrive. */
const EXPIRY_MARGIN_S = 15;
/** Serializes refreshes across tabs, which share one refresh cookie: one of them fetches the next one. */
const LOCK_NAME = 'refresh-session';

type SignedIn = components['schemas']['SignedInView'];

/** Whose cookie this browser holds, if it is another user's than the one who works in this tab. */
export type OtherUser = SignedIn['user'];

interface CachedToken {
  readonly token: string;
  /** On the `performance.now()` clock. */
  readonly expiresAt: number;
}

interface Exchange {
  readonly token?: string;
  readonly other?: OtherUser;
}

let cached: CachedToken | undefined;
/** True if the cookie probably exists but could not be exchanged yet. */
let isSessionExpected = false;
/** ID of the user who works in this tab. Nothing is ever sent for another one. */
let ownerId: string | undefined;
let pendingRefresh: Promise<string | undefined> | undefined;
let recover: (other: OtherUser | undefined) => Promise<boolean> = () => Promise.resolve(false);
let isRecovering = false;
const endListeners = new Set<() => void>();

/** Caches the token in memory only, because scripts can read storage. */
export function setAccessToken({
  accessToken,
  expiresIn,
}: Pick<SignedIn, 'accessToken' | 'expiresIn'>): void {
  cached = { token: accessToken, expiresAt: performance.now() + (expiresIn - EXPIRY_MARGIN_S) * SECOND_MS };
}

export function clearAccessToken(): void {
  cached = undefined;
  isSessionExpected = false;
}

/** @param id of the user who works in this tab; undefined if no one is signed in */
export function setTokenOwner(id: string | undefined): void {
  ownerId = id;
}

/** Marks the session as expected, so that the first request that reaches the server restores it. */
export function expectSession(): void {
  isSessionExpected = true;
}

/** Returns the cached token if it has not expired. */
export function currentAccessToken(): string | undefined {
  return cached !== undefined && cached.expiresAt > performance.now() ? cached.token : undefined;
}

/** Returns true if this tab knows of, or expects, a signed-in session, or waits for a new one. */
export function hasSession(): boolean {
  return cached !== undefined || isSessionExpected || isRecovering;
}

/** Registers a listener that runs when the session has ended and is not recovered. */
export function onSessionEnd(listener: () => void): void {
  endListeners.add(listener);
}

/**
 * Sets what happens when the server reports that the session has ended, or when the cookie has become another user's: requests wait
 * for it. It returns true once the owner of this tab has a token again, and false to end the session here.
 */
export function setSessionRecovery(recovery: (other: OtherUser | undefined) => Promise<boolean>): void {
  recover = recovery;
}

/**
 * Exchanges the refresh cookie for a new access token. Concurrent calls share one exchange.
 *
 * @returns undefined if the session has ended
 * @throws ApiProblem if the server is unreachable; the session may still be valid
 */
export function refreshAccessToken(): Promise<string | undefined> {
  pendingRefresh ??= refreshOrRecover().finally(() => {
    pendingRefresh = undefined;
  });
  return pendingRefresh;
}

async function refreshOrRecover(): Promise<string | undefined> {
  const { token, other } = await exchangeCookie();
  if (token !== undefined) return token;
  clearAccessToken();
  isRecovering = true;
  // Not within the lock: other tabs must be able to sign in meanwhile.
  const isRecovered = await recover(other).finally(() => (isRecovering = false));
  if (isRecovered) return currentAccessToken();
  clearAccessToken();
  for (const listener of endListeners) listener();
  return undefined;
}

/**
 * Exchanges the cookie of any user, but caches a token of this tab's owner only. If the response is lost, the server gives the
 * same tokens to the next attempt.
 *
 * @throws ApiProblem if the server is unreachable
 */
export function exchangeCookie(): Promise<Exchange> {
  return withLock(LOCK_NAME, async () => {
    const send = (): Promise<Response> => fetch('/api/v1/auth/refresh', { method: 'POST' });
    const response = await fetchRepeatedly(send).catch(() => {
      throw new ApiProblem({ code: UNREACHABLE });
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok) return adopt(body as SignedIn);
    if (response.status !== 401 && response.status !== 403) throw problemOf(response, body);
    return {};
  });
}

/** Caches the token of a sign-in or an exchange if it is the owner's. */
export function adopt(signedIn: SignedIn): Exchange {
  if (ownerId !== undefined && signedIn.user.id !== ownerId) return { other: signedIn.user };
  setAccessToken(signedIn);
  return { token: signedIn.accessToken };
}
