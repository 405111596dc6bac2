import type { Fault } from 'ui-common/common/fault';

const MIN_LENGTH = 8;
const MAX_LENGTH = 128;

/** What is asked of a password, as far as it can be told while one types: which are common, the server knows. */
export interface PasswordRules {
  readonly hasLength: boolean;
  readonly isMixed: boolean;
  /** True while there is no username to compare with. */
  readonly isNotUsername: boolean;
}

/** Holds a password against the server's rules (src/users/passwords/password-policy.ts). */
export function passwordRules(password: string, username: string): PasswordRules {
  const characters = [...password.toLowerCase()];
  const name = username.trim().toLowerCase();
  return {
    hasLength: characters.length >= MIN_LENGTH && characters.length <= MAX_LENGTH,
    isMixed: new Set(characters).size > 1,
    isNotUsername: name === '' || !password.toLowerCase().includes(name),
  };
}

/** The rules that are broken, as the server would tell them. @param field its name in the body */
export function passwordFaults(field: string, password: string, username: string): Fault[] {
  const { hasLength, isMixed, isNotUsername } = passwordRules(password, username);
  if (!hasLength) return [{ field, code: 'users.password-length' }];
  if (!isMixed) return [{ field, code: 'users.password-too-common' }];
  return isNotUsername ? [] : [{ field, code: 'users.password-has-username' }];
}
