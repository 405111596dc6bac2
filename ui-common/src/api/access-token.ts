import { withLock } from '../browser/plain-http.ts';
import { ApiProblem, UNREACHABLE, problemOf } from './api-problem.ts';

/** Seconds before its end at which a token is no longer used: a request takes a while to arrive. */
const MARGIN = 15;
/** Under this name one tab at a time exchanges the refresh cookie, which all of them share and which holds once. */
const LOCK = 'refresh-session';

interface Kept {
  readonly token: string;
  readonly goodUntil: number;
}

let kept: Kept | undefined;
/** Whether the cookie is likely to be there, though it could not be exchanged yet. */
let isHoped = false;
let underWay: Promise<string | undefined> | undefined;
const onEnd = new Set<() => void>();

/** Keeps a token, in memory alone: what a script could read from storage, any script could. */
export function keepAccessToken({
  accessToken,
  expiresIn,
}: {
  accessToken: string;
  expiresIn: number;
}): void {
  kept = { token: accessToken, goodUntil: performance.now() + (expiresIn - MARGIN) * 1000 };
}

export function dropAccessToken(): void {
  kept = undefined;
  isHoped = false;
}

/** The session that could not be taken up is taken up with the first request that reaches the server. */
export function hopeForSession(): void {
  isHoped = true;
}

/** The token, where there is one that still holds. */
export function currentAccessToken(): string | undefined {
  return kept !== undefined && kept.goodUntil > performance.now() ? kept.token : undefined;
}

/** Whether somebody is signed in here, as far as this tab knows. */
export function hasSession(): boolean {
  return kept !== undefined || isHoped;
}

/** Is told when the server says that the session has ended. */
export function onSessionEnd(told: () => void): void {
  onEnd.add(told);
}

/**
 * Exchanges the refresh cookie for a new access token; those who ask meanwhile get the same one.
 *
 * @returns undefined where the session has ended
 * @throws ApiProblem where the server cannot be asked: the session may well go on
 */
export function refreshAccessToken(): Promise<string | undefined> {
  underWay ??= withLock(LOCK, exchange).finally(() => {
    underWay = undefined;
  });
  return underWay;
}

async function exchange(): Promise<string | undefined> {
  const response = await fetch('/api/v1/auth/refresh', { method: 'POST' }).catch(() => {
    throw new ApiProblem({ code: UNREACHABLE });
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    keepAccessToken(body as { accessToken: string; expiresIn: number });
    return kept?.token;
  }
  if (response.status !== 401 && response.status !== 403) throw problemOf(response, body);
  dropAccessToken();
  for (const told of onEnd) told();
  return undefined;
}
