import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a number can be read out and typed without mistakes. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Returns a human-readable number such as `7K3M-92QX-4F`: ten random characters (50 bits), unique by a constraint. It
 * is random, not sequential, so that orders don't queue for a counter and the number doesn't reveal the day's sales.
 */
export function newOrderNumber(): string {
  const characters = Array.from(randomBytes(10), (byte) => ALPHABET.charAt(byte % 32)).join('');
  return `${characters.slice(0, 4)}-${characters.slice(4, 8)}-${characters.slice(8)}`;
}
