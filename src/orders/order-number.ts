import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a number can be read out and typed without a mistake. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A number for people, such as `7K3M-92QX-4F`: ten random characters (50 bits), unique by a constraint. Drawn rather
 * than counted, so that orders don't queue for a counter and nobody reads the day's sales from it.
 */
export function newOrderNumber(): string {
  const characters = Array.from(randomBytes(10), (byte) => ALPHABET.charAt(byte % 32)).join('');
  return `${characters.slice(0, 4)}-${characters.slice(4, 8)}-${characters.slice(8)}`;
}
