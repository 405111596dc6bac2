import { createHash, createHmac } from 'node:crypto';

/** From asking for it to the last moment in which it can be used. */
export const PASSWORD_RESET_LIFETIME = 30 * 60_000;

/**
 * The token that resets a password. It follows from the id of the request and the store's secret, so that it is kept
 * nowhere: whoever mails it derives it once more, and a stolen database opens no account.
 */
export function passwordResetToken(secret: string, id: string): string {
  const signature = createHmac('sha256', secret).update(`password-reset:${id}`).digest('base64url');
  return `${id}.${signature}`;
}

/** What is kept of a token. */
export function passwordResetTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
