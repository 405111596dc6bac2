import { COMMON_PASSWORDS } from './common-passwords.js';
import { passwordErrors } from './password-policy.js';

function errorCode(password: string, username = 'meena'): string | undefined {
  return passwordErrors('newPassword', password, username)[0]?.code;
}

describe('passwordFaults', () => {
  it('accepts a password that is neither common nor contains the username', () => {
    expect(passwordErrors('password', 'three ripe mangoes', 'meena')).toEqual([]);
  });

  it('reports the error for the specified field', () => {
    expect(passwordErrors('newPassword', 'password', 'meena')).toEqual([
      expect.objectContaining({ field: 'newPassword', code: 'users.password-too-common' }),
    ]);
  });

  it.each(['password', 'PassWord1', '12345678', 'qwertyuiop', '        ', 'ZZZZZZZZZZ'])(
    'refuses the common password %p',
    (password) => {
      expect(errorCode(password)).toBe('users.password-too-common');
    },
  );

  it.each(['meenameena', 'I-am-MEENA-77', 'meena.1984'])(
    'refuses %p as the password of the user meena',
    (password) => {
      expect(errorCode(password)).toBe('users.password-has-username');
    },
  );

  it('counts characters, not code units', () => {
    expect(errorCode('🥭🍌🍇🍉🍋🍎🍐')).toBe('users.password-length');
    expect(errorCode('🥭🍌🍇🍉🍋🍎🍐🍑')).toBeUndefined();
  });

  it('accepts 128 characters and refuses 129', () => {
    expect(errorCode('ab'.repeat(64))).toBeUndefined();
    expect(errorCode('ab'.repeat(64) + 'c')).toBe('users.password-length');
  });

  it('lists only lower-case passwords of at least 8 characters', () => {
    expect(COMMON_PASSWORDS.size).toBeGreaterThan(300);
    for (const password of COMMON_PASSWORDS) {
      expect(password.length).toBeGreaterThanOrEqual(8);
      expect(password).toBe(password.toLowerCase());
    }
  });
});
