import type { FieldError } from '../../platform/common/errors/domain-error.js';
import { isCommonPassword } from './common-passwords.js';

export const MIN_PASSWORD_LENGTH = 8;
export const MAX_PASSWORD_LENGTH = 128;

/**
 * Returns the field errors of a new password; empty if it is acceptable.
 *
 * @param field name of the field in the body
 */
export async function passwordErrors(
  field: string,
  password: string,
  username: string,
): Promise<FieldError[]> {
  const error = await firstError(password, username);
  return error === undefined ? [] : [{ field, ...error }];
}

async function firstError(
  password: string,
  username: string,
): Promise<Omit<FieldError, 'field'> | undefined> {
  const length = [...password].length;
  if (length < MIN_PASSWORD_LENGTH || length > MAX_PASSWORD_LENGTH) {
    return { code: 'users.password-length', message: 'A password has 8 to 128 characters.' };
  }
  const folded = foldedText(password);
  if (await isCommonPassword(folded)) {
    return {
      code: 'users.password-too-common',
      message: 'This password is among the first that a thief tries.',
    };
  }
  if (folded.includes(foldedText(username))) {
    return { code: 'users.password-has-username', message: 'The password must not contain the username.' };
  }
  return undefined;
}

/** A password is hashed in NFKC, so that is the form to compare. */
function foldedText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
