import { writtenLocale } from './written-locale.js';

it.each([
  ['Hindi', 'hi'],
  ['हिन्दी', 'hi'],
  ['en_IN', 'en-IN'],
  ['DE', 'de'],
  ['hi-IN', 'hi-IN'],
  ['no language', 'no language'],
])('reads %s as %s', (text, locale) => {
  expect(writtenLocale(text)).toBe(locale);
});
