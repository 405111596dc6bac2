import { createHash, randomBytes } from 'node:crypto';
import type { RequestInfo } from '../../platform/access/request-info.js';
import { newId } from '../../platform/common/id.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';

/** A session that is not used for so long ends. */
export const SESSION_LIFETIME = 30 * 24 * 60 * 60_000;

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The hash under which a refresh token is kept, or undefined where the text cannot be one. */
export function refreshTokenHash(token: string | undefined): string | undefined {
  if (token === undefined || !TOKEN.test(token)) return undefined;
  return createHash('sha256').update(token).digest('hex');
}

/** Opens a session, and gives its first refresh token. */
export async function openSession(
  tx: Transaction,
  userId: string,
  { userAgent, address }: RequestInfo,
  now: number,
): Promise<{ sessionId: string; refreshToken: string }> {
  const sessionId = newId();
  await tx.execute(sql`
    INSERT INTO sessions (id, user_id, user_agent, address, created_at, last_used_at, expires_at)
    VALUES (${sessionId}, ${userId}, ${userAgent}, ${address}, ${now}, ${now}, ${now + SESSION_LIFETIME})`);
  return { sessionId, refreshToken: await addRefreshToken(tx, sessionId, now) };
}

/** Gives a session another refresh token. Only its hash is kept. */
export async function addRefreshToken(tx: Transaction, sessionId: string, now: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.execute(sql`
    INSERT INTO refresh_tokens (token_hash, session_id, created_at)
    VALUES (${refreshTokenHash(token)}, ${sessionId}, ${now})`);
  return token;
}
