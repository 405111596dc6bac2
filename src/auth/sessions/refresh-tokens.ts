import { createHash, randomBytes } from 'node:crypto';
import type { RequestInfo } from '../../platform/access/request-info.js';
import { DAY_MS } from '../../platform/common/durations.js';
import { newId } from '../../platform/common/id.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';

/** Time without use after which a session expires, in milliseconds. */
export const SESSION_TTL_MS = 30 * DAY_MS;

const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** Returns the hash under which a refresh token is stored, or undefined if the text cannot be one. */
export function refreshTokenHash(token: string | undefined): string | undefined {
  if (token === undefined || !TOKEN_PATTERN.test(token)) return undefined;
  return createHash('sha256').update(token).digest('hex');
}

/** Creates a session and returns its first refresh token. */
export async function createSession(
  tx: Transaction,
  userId: string,
  { userAgent, address }: RequestInfo,
  now: number,
): Promise<{ sessionId: string; refreshToken: string }> {
  const sessionId = newId();
  await tx.execute(sql`
    INSERT INTO sessions (id, user_id, user_agent, address, created_at, last_used_at, expires_at)
    VALUES (${sessionId}, ${userId}, ${userAgent}, ${address}, ${now}, ${now}, ${now + SESSION_TTL_MS})`);
  return { sessionId, refreshToken: await addRefreshToken(tx, sessionId, now) };
}

/** Issues another refresh token for a session. Only its hash is stored. */
export async function addRefreshToken(tx: Transaction, sessionId: string, now: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.execute(sql`
    INSERT INTO refresh_tokens (token_hash, session_id, created_at)
    VALUES (${refreshTokenHash(token)}, ${sessionId}, ${now})`);
  return token;
}
