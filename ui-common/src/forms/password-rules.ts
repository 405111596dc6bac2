import { RegisterBody } from '../api/limits.ts';
import type { FieldError } from 'ui-common/forms/field-error';

const { minLength, maxLength } = RegisterBody.password;

/** Password rules that can be checked while typing. Only the server knows the common passwords. */
export interface PasswordRules {
  readonly hasLength: boolean;
  readonly isMixed: boolean;
  /** True while there is no username to compare with. */
  readonly isNotUsername: boolean;
}

/** Checks a password against the server's rules (src/users/passwords/password-policy.ts). */
export function passwordRules(password: string, username: string): PasswordRules {
  const characters = [...password.toLowerCase()];
  const name = username.trim().toLowerCase();
  return {
    hasLength: characters.length >= minLength && characters.length <= maxLength,
    isMixed: new Set(characters).size > 1,
    isNotUsername: name === '' || !password.toLowerCase().includes(name),
  };
}

/** Returns the broken rules as the server would report them. @param field name in the request body */
export function passwordErrors(field: string, password: string, username: string): FieldError[] {
  const { hasLength, isMixed, isNotUsername } = passwordRules(password, username);
  if (!hasLength) return [{ field, code: 'users.password-length' }];
  if (!isMixed) return [{ field, code: 'users.password-too-common' }];
  return isNotUsername ? [] : [{ field, code: 'users.password-has-username' }];
}
