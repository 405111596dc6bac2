import { isCommonPassword } from './common-passwords.js';
import { passwordErrors } from './password-policy.js';

async function errorCode(password: string, username = 'meena'): Promise<string | undefined> {
  return (await passwordErrors('newPassword', password, username))[0]?.code;
}

describe('passwordErrors', () => {
  it('accepts a password that is neither common nor contains the username', async () => {
    expect(await passwordErrors('password', 'three ripe mangoes', 'meena')).toEqual([]);
  });

  it('reports the error for the specified field', async () => {
    expect(await passwordErrors('newPassword', 'password', 'meena')).toEqual([
      expect.objectContaining({ field: 'newPassword', code: 'users.password-too-common' }),
    ]);
  });

  it.each([
    'password',
    'PassWord1',
    '12345678',
    'qwertyuiop',
    '        ',
    'ZZZZZZZZZZ',
    'ｐａｓｓｗｏｒｄ',
    'MARLBORO',
  ])('refuses the common password %p', async (password) => {
    expect(await errorCode(password)).toBe('users.password-too-common');
  });

  it.each(['meenameena1x', 'I-am-MEENA-77', 'meena.1984', 'I am Ｍeena'])(
    'refuses %p as the password of the user meena',
    async (password) => {
      expect(await errorCode(password)).toBe('users.password-has-username');
    },
  );

  it('counts characters, not code units', async () => {
    expect(await errorCode('🥭🍌🍇🍉🍋🍎🍐')).toBe('users.password-length');
    expect(await errorCode('🥭🍌🍇🍉🍋🍎🍐🍑')).toBeUndefined();
  });

  it('accepts 128 characters and refuses 129', async () => {
    const long = 'abc def ghi jkl '.repeat(8);
    expect(await errorCode(long)).toBeUndefined();
    expect(await errorCode(`${long}m`)).toBe('users.password-length');
  });
});

describe('isCommonPassword', () => {
  it.each([
    [
      'a common one with digits or signs appended',
      ['rahul1234', 'krishna@123', 'welcome2026', 'summer2026!', 'admin123!@#'],
    ],
    ['characters that repeat', ['12121212', 'abcabcabc', '19871987', 'hahahahaha', '!!!!!!!!']],
    ['characters in their order', ['23456789', '87654321', '0123456789', '67890123', 'abcdefgh', 'zyxwvuts']],
    ['words of India and of shops', ['jaimatadi', 'bengaluru', 'mummypapa', 'storemanager', 'dhoni007']],
    ['patterns of keys', ['qwertyuiop', '1qaz2wsx', '1q2w3e4r5t', 'lkjhgfdsa', '!@#$%^&*()']],
  ])('is true for %s', async (_, passwords) => {
    for (const password of passwords)
      expect([password, await isCommonPassword(password)]).toEqual([password, true]);
  });

  it('is false for passwords that need many guesses', async () => {
    for (const password of [
      'three ripe mangoes',
      'correct-horse-staple',
      '83920174',
      'tqmzxwvk',
      '7 dals & 1 rice',
    ])
      expect([password, await isCommonPassword(password)]).toEqual([password, false]);
  });

  it('compares any password with little work', async () => {
    await isCommonPassword('loaded before the measurement starts');
    const start = process.cpuUsage();
    for (const part of ['a', 'ab', 'abcd', '12345', '1!', '\u0301'])
      await isCommonPassword(part.repeat(128).slice(0, 128) + 'x');
    expect(process.cpuUsage(start).user).toBeLessThan(100_000);
  });
});
