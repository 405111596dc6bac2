import { randomInt } from 'node:crypto';

const DIGITS = 12;

/** Returns an EAN that no other test has. Its check digit is computed here on its own, not by the store. */
export function newGtin(): string {
  const digits = `890${String(randomInt(10 ** (DIGITS - 3))).padStart(DIGITS - 3, '0')}`;
  const at = (i: number): number => Number(digits[i]);
  const odd = at(0) + at(2) + at(4) + at(6) + at(8) + at(10);
  const even = at(1) + at(3) + at(5) + at(7) + at(9) + at(11);
  return `${digits}${(1000 - odd - 3 * even) % 10}`;
}
