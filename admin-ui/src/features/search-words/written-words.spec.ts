import { describe, expect, it } from 'vitest';
import { wordsIn } from './written-words';

describe('wordsIn', () => {
  it.each([
    ['milk, doodh', ['milk', 'doodh']],
    [" okra ,\n\n lady's finger,भिंडी\n", ['okra', "lady's finger", 'भिंडी']],
    [' , \n', []],
  ])('reads %j', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });
});
