import { maxTypos, nameKeyOf, singularOf, slugOf, spellingDistance, tokenize } from './text-normalization.js';

describe('wordsOf', () => {
  it.each([
    ['Crème Brûlée 100%', ['creme', 'brulee', '100']],
    ["Lady's Finger", ['lady', 's', 'finger']],
    ['दही  & पनीर', ['दही', 'पनीर']],
    ['!!!', []],
  ])('splits %j into the tokens %j', (text, tokens) => {
    expect(tokenize(text)).toEqual(tokens);
  });
});

describe('nameKeyOf and slugOf', () => {
  it('drop differences of case and punctuation from names', () => {
    expect(nameKeyOf('Dals & Pulses')).toBe(nameKeyOf('DALS, pulses'));
    expect(slugOf('Dals & Pulses')).toBe('dals-pulses');
  });
});

describe('spellingDistance', () => {
  it.each([
    ['tomatos', 'tomatoes', 1],
    ['chese', 'cheese', 1],
    ['mlik', 'milk', 1],
    ['same', 'same', 0],
    ['onion', 'orange', 3],
    ['salt', 'tomatoes', 3],
  ])('measures the distance from %s to %s, limited to 2, as %d', (a, b, distance) => {
    expect(spellingDistance(a, b, 2)).toBe(distance);
  });
});

describe('forgivenLetters', () => {
  it('tolerates more wrong letters in longer words', () => {
    expect(['dal', 'milk', 'cheese', 'cardamom'].map(maxTypos)).toEqual([0, 1, 1, 2]);
  });
});

describe('singularOf', () => {
  it.each([
    ['tomatoes', 'tomato'],
    ['radishes', 'radish'],
    ['cheeses', 'chees'],
    ['onions', 'onion'],
    ['cherries', 'cherry'],
    ['berries', 'berry'],
    ['cookies', 'cookie'],
    ['pies', 'pie'],
    ['bass', undefined],
    ['as', undefined],
  ])('returns for %s the singular %s', (word, singular) => {
    expect(singularOf(word)).toBe(singular);
  });
});
