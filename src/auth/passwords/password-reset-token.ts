import { createHash, createHmac } from 'node:crypto';
import { MINUTE_MS } from '../../platform/common/durations.js';

/** Time from the request until the token expires, in milliseconds. */
export const PASSWORD_RESET_TTL_MS = 30 * MINUTE_MS;

/**
 * Derives the token that resets a password from the ID of the request and the store's secret. The token is not stored:
 * the mail job derives it again, and a stolen database opens no account.
 */
export function passwordResetToken(secret: string, id: string): string {
  const signature = createHmac('sha256', secret).update(`password-reset:${id}`).digest('base64url');
  return `${id}.${signature}`;
}

/** Returns the hash under which a token is stored. */
export function passwordResetTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
