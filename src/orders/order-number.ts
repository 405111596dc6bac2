import { randomBytes } from 'node:crypto';
import { ORDER_NUMBER_ALPHABET, withHyphens } from '../rules/order-number/order-number-form.js';

/**
 * Returns a human-readable number such as `7K3M-92QX-4F`: ten random characters (50 bits), unique by a constraint. It
 * is random, not sequential, so that orders don't queue for a counter and the number doesn't reveal the day's sales.
 */
export function newOrderNumber(): string {
  return withHyphens(Array.from(randomBytes(10), (byte) => ORDER_NUMBER_ALPHABET.charAt(byte % 32)).join(''));
}
