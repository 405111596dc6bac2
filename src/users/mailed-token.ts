import { createHash, createHmac } from 'node:crypto';

/** What the token of a mailed link permits. */
type TokenPurpose = 'password-reset' | 'email-confirmation';

/**
 * Derives the token of a mailed link from the ID of the request and the store's secret. The token is not stored: the mail job
 * derives it again, and a stolen database opens no account.
 */
export function mailedToken(secret: string, purpose: TokenPurpose, id: string): string {
  const signature = createHmac('sha256', secret).update(`${purpose}:${id}`).digest('base64url');
  return `${id}.${signature}`;
}

/** Returns the hash under which a token is stored. */
export function mailedTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
