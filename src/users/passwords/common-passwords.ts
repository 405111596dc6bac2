import { ADDITIONAL_PASSWORDS } from './additional-passwords.js';

/** Digits and signs that people append to a word, such as `123` and `@2026`. */
const APPENDED = /[^\p{L}]{1,5}$/u;

/** One to four characters, again and again, such as `12121212` and `abcabcabc`. */
const REPEATED = /^(.{1,4}?)\1+$/su;

let passwords: Promise<ReadonlySet<string>> | undefined;

/**
 * Returns true if a password is among the first that a thief tries: a common one, also with digits or signs appended,
 * characters that repeat, or characters in their order.
 *
 * @param password in lower case
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  if (REPEATED.test(password) || isSequence(password)) return true;
  passwords ??= loadPasswords();
  const common = await passwords;
  return common.has(password) || common.has(password.replace(APPENDED, ''));
}

/** Loads the list when it is first needed: it takes time and memory that a start should not. */
async function loadPasswords(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set([...dictionary['passwords-common'], ...ADDITIONAL_PASSWORDS]);
}

/** Returns true if each character follows the one before it, up or down. The digit 0 follows 9. */
function isSequence(password: string): boolean {
  const codes = [...password].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, i) => code - (codes[i] ?? 0));
  const isUp = (step: number): boolean => step === 1 || step === '0'.charCodeAt(0) - '9'.charCodeAt(0);
  return steps.length > 0 && (steps.every(isUp) || steps.every((step) => isUp(-step)));
}
