import { COMMON_PASSWORDS } from './common-passwords.js';
import { passwordFaults } from './password-policy.js';

function faultOf(password: string, username = 'meena'): string | undefined {
  return passwordFaults('newPassword', password, username)[0]?.code;
}

describe('password policy', () => {
  it('takes a password that is neither common nor about the user', () => {
    expect(passwordFaults('password', 'three ripe mangoes', 'meena')).toEqual([]);
  });

  it('names the field that it was typed in', () => {
    expect(passwordFaults('newPassword', 'password', 'meena')).toEqual([
      expect.objectContaining({ field: 'newPassword', code: 'users.password-too-common' }),
    ]);
  });

  it.each(['password', 'PassWord1', '12345678', 'qwertyuiop', '        ', 'ZZZZZZZZZZ'])(
    'refuses the common %p',
    (password) => {
      expect(faultOf(password)).toBe('users.password-too-common');
    },
  );

  it.each(['meenameena', 'I-am-MEENA-77', 'meena.1984'])('refuses %p of the user meena', (password) => {
    expect(faultOf(password)).toBe('users.password-has-username');
  });

  it('counts characters, not code units', () => {
    expect(faultOf('🥭🍌🍇🍉🍋🍎🍐')).toBe('users.password-length');
    expect(faultOf('🥭🍌🍇🍉🍋🍎🍐🍑')).toBeUndefined();
  });

  it('takes 128 characters and no more', () => {
    expect(faultOf('ab'.repeat(64))).toBeUndefined();
    expect(faultOf('ab'.repeat(64) + 'c')).toBe('users.password-length');
  });

  it('keeps a list of passwords that could be chosen at all, in lower case', () => {
    expect(COMMON_PASSWORDS.size).toBeGreaterThan(300);
    for (const password of COMMON_PASSWORDS) {
      expect(password.length).toBeGreaterThanOrEqual(8);
      expect(password).toBe(password.toLowerCase());
    }
  });
});
