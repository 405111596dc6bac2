import {
  maxTypos,
  nameKeyOf,
  singularOf,
  slugOf,
  spellingDistance,
  tokenize,
  wordsOf,
} from './text-normalization.js';

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

describe('wordsOf and slugOf', () => {
  it('drop case, accents and punctuation from names', () => {
    expect(wordsOf('Dals & Pulses')).toBe(wordsOf('DALS, pulses'));
    expect(wordsOf('Dứa')).toBe('dua');
    expect(slugOf('Dals & Pulses')).toBe('dals-pulses');
  });
});

describe('nameKeyOf', () => {
  it.each([
    ['Milk 2%', 'MILK  2%'],
    ['Tea\u00a0Bags', ' tea bags'],
    ['Ｍｉｌｋ', 'milk'],
    ['Crème', 'Cre\u0300me'],
  ])('is the same for %j and %j, which differ in case, width or spaces', (one, other) => {
    expect(nameKeyOf(one)).toBe(nameKeyOf(other));
  });

  it.each([
    ['Dưa', 'Dứa'],
    ['Milk 2%', 'Milk 2'],
    ['Dals & Pulses', 'Dals, Pulses'],
    ['Crème', 'Creme'],
  ])('differs for %j and %j, which a person reads as two names', (one, other) => {
    expect(nameKeyOf(one)).not.toBe(nameKeyOf(other));
  });

  it('sorts names by their words', () => {
    const names = ['Zucchini', 'Éclair', 'Milk shake', 'Milk!', 'Milk', 'apple'];
    const byKey = names.toSorted((a, b) => (nameKeyOf(a) < nameKeyOf(b) ? -1 : 1));
    expect(byKey).toEqual(['apple', 'Éclair', 'Milk', 'Milk!', 'Milk shake', 'Zucchini']);
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
