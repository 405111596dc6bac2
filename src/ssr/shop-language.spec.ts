import { shopLanguage } from './shop-language.js';

it.each([
  ['hi-IN,hi;q=0.9,en;q=0.8', 'en-IN', 'hi'],
  ['en-GB, hi', 'hi-IN', 'en'],
  ['ta-IN,HI;q=0.7', 'en-IN', 'hi'],
  ['de', 'hi-IN', 'en'],
  ['*', 'en-IN', 'en'],
  ['hindi', 'en-IN', 'en'],
  ['', 'hi-IN', 'en'],
  [`${','.repeat(10_000)}hi`, 'hi-IN', 'en'],
  [undefined, 'hi-IN', 'hi'],
  [undefined, 'de-DE', 'en'],
])('selects for %j and a store locale of %s the language %s', (accepted, locale, language) => {
  expect(shopLanguage(accepted, locale)).toBe(language);
});
