import { languageOf, preferredLanguage } from './languages.js';

it.each([
  ['en', 'en'],
  ['en-IN', 'en'],
  ['HI', 'hi'],
  ['hi-Deva-IN', 'hi'],
  ['de-DE', undefined],
  ['hindi', undefined],
  ['no locale', undefined],
  ['*', undefined],
  ['', undefined],
])('the language of the locale %j is %j', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

it.each([
  [['hi-IN', 'en'], 'hi'],
  [['ta-IN', 'hi', 'en'], 'hi'],
  [['de', 'fr'], 'en'],
  [[], 'en'],
])('of the locales %j the first with texts is %j', (locales, language) => {
  expect(preferredLanguage(locales)).toBe(language);
});
