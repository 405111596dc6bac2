import type { FieldError } from '../../platform/common/errors/domain-error.js';
import { COMMON_PASSWORDS } from './common-passwords.js';

export const MIN_PASSWORD_LENGTH = 8;
export const MAX_PASSWORD_LENGTH = 128;

/**
 * Returns the field errors of a new password; empty if it is acceptable.
 *
 * @param field name of the field in the body
 */
export function passwordErrors(field: string, password: string, username: string): FieldError[] {
  const error = firstError(password, username);
  return error === undefined ? [] : [{ field, ...error }];
}

function firstError(password: string, username: string): Omit<FieldError, 'field'> | undefined {
  const length = [...password].length;
  if (length < MIN_PASSWORD_LENGTH || length > MAX_PASSWORD_LENGTH) {
    return { code: 'users.password-length', message: 'A password has 8 to 128 characters.' };
  }
  const lowerCase = password.toLowerCase();
  if (COMMON_PASSWORDS.has(lowerCase) || isOneCharacter(lowerCase)) {
    return {
      code: 'users.password-too-common',
      message: 'This password is among the first that a thief tries.',
    };
  }
  if (lowerCase.includes(username.toLowerCase())) {
    return { code: 'users.password-has-username', message: 'The password must not contain the username.' };
  }
  return undefined;
}

function isOneCharacter(password: string): boolean {
  return new Set(password).size === 1;
}
