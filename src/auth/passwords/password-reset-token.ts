import { MINUTE_MS } from '../../platform/common/durations.js';
import { mailedToken } from '../../users/mailed-token.js';

/** Time from the request until the token expires, in milliseconds. */
export const PASSWORD_RESET_TTL_MS = 30 * MINUTE_MS;

/** Returns the token that resets a password. */
export function passwordResetToken(secret: string, id: string): string {
  return mailedToken(secret, 'password-reset', id);
}
