import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { RequestInfo } from '../../platform/access/request-info.js';
import { DAY_MS, SECOND_MS } from '../../platform/common/durations.js';
import { newId } from '../../platform/common/id.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';

/** Time without use after which a session expires, in milliseconds. */
export const SESSION_TTL_MS = 30 * DAY_MS;

/**
 * Time in which a spent token still gives its successor, in milliseconds. Covers a response that was lost, and tabs that
 * refresh at the same time.
 */
export const REFRESH_LEEWAY_MS = 30 * SECOND_MS;

const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** A refresh token, and the time in milliseconds until its session expires unless it is used. */
export interface IssuedToken {
  readonly token: string;
  readonly lifetimeMs: number;
}

/** Returns true if a text has the form of a refresh token. */
export function isRefreshToken(token: string | undefined): token is string {
  return token !== undefined && TOKEN_PATTERN.test(token);
}

/** Returns the hash under which a refresh token is stored. */
export function refreshTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Derives the successor of a refresh token from the token and the store's secret. Every process derives the same one, and
 * it need not be stored to be given again.
 */
export function successorOf(token: string, secret: string): string {
  return createHmac('sha256', secret).update(`refresh-token:${token}`).digest('base64url');
}

/** Returns when a session expires that is used at `now`: after the idle time, or when its lifetime ends. */
export function sessionExpiry(createdAt: number, now: number, lifetimeMs: number): number {
  return Math.min(now + SESSION_TTL_MS, createdAt + lifetimeMs);
}

interface SessionTimes {
  readonly now: number;
  /** Time after which the session ends, however often it is used. */
  readonly lifetimeMs: number;
}

/** Creates a session and its first refresh token. Only the token's hash is stored. */
export async function createSession(
  tx: Transaction,
  userId: string,
  { userAgent, address }: RequestInfo,
  { now, lifetimeMs }: SessionTimes,
): Promise<IssuedToken & { readonly sessionId: string }> {
  const sessionId = newId();
  const token = randomBytes(32).toString('base64url');
  const expiresAt = sessionExpiry(now, now, lifetimeMs);
  await tx.execute(sql`
    INSERT INTO sessions (id, user_id, user_agent, address, created_at, last_used_at, expires_at)
    VALUES (${sessionId}, ${userId}, ${userAgent}, ${address}, ${now}, ${now}, ${expiresAt})`);
  await addRefreshToken(tx, sessionId, token, now);
  return { sessionId, token, lifetimeMs: expiresAt - now };
}

/** Stores another refresh token of a session. */
export async function addRefreshToken(
  tx: Transaction,
  sessionId: string,
  token: string,
  now: number,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO refresh_tokens (token_hash, session_id, created_at)
    VALUES (${refreshTokenHash(token)}, ${sessionId}, ${now})`);
}
