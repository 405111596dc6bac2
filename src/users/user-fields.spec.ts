import { isLocale, USERNAME } from './user-fields.js';

describe('user fields', () => {
  it.each(['meena', 'M.iyer-2_x', 'abc', 'x'.repeat(32)])('accepts %p as a username', (name) => {
    expect(USERNAME.test(name)).toBe(true);
  });

  it.each(['ab', 'x'.repeat(33), 'me ena', 'meena@example.com', 'मीना', 'meena\n'])(
    'refuses %p as a username',
    (name) => {
      expect(USERNAME.test(name)).toBe(false);
    },
  );

  it('accepts only BCP 47 locales', () => {
    expect(['en-IN', 'hi', 'zh-Hant-TW'].map(isLocale)).toEqual([true, true, true]);
    expect(['', 'english please', 'x'.repeat(40), 7].map(isLocale)).toEqual([false, false, false, false]);
  });
});
