import { shopLanguage } from './shop-language.js';

it.each([
  ['hi-IN,hi;q=0.9,en;q=0.8', 'hi'],
  ['en-GB, hi', 'en'],
  ['ta-IN,HI;q=0.7', 'hi'],
  ['de', 'en'],
  ['*', 'en'],
  ['hindi', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('hears of %j that %s is wanted', (accepted, language) => {
  expect(shopLanguage(accepted)).toBe(language);
});
