import {
  forgivenLetters,
  nameKeyOf,
  singularOf,
  slugOf,
  spellingDistance,
  wordsOf,
} from './text-normalization.js';

describe('wordsOf', () => {
  it.each([
    ['Crème Brûlée 100%', ['creme', 'brulee', '100']],
    ["Lady's Finger", ['lady', 's', 'finger']],
    ['दही  & पनीर', ['दही', 'पनीर']],
    ['!!!', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('nameKeyOf and slugOf', () => {
  it('make one of names that differ in case and punctuation alone', () => {
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
  ])('from %s to %s, with two forgiven', (a, b, distance) => {
    expect(spellingDistance(a, b, 2)).toBe(distance);
  });
});

describe('forgivenLetters', () => {
  it('forgives more in longer words', () => {
    expect(['dal', 'milk', 'cheese', 'cardamom'].map(forgivenLetters)).toEqual([0, 1, 1, 2]);
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
  ])('of %s', (word, singular) => {
    expect(singularOf(word)).toBe(singular);
  });
});
