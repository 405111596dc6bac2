import { Thesaurus } from './thesaurus.js';

const GROUPS = [
  ['eggplant', 'brinjal', 'बैंगन'],
  ['brinjal', 'vangi'],
  ['lady finger', 'okra', 'bhindi'],
  ['green chillies', 'hari mirch'],
  ['chilli', 'mirch'],
  ['onion', 'प्याज', 'pyaz'],
];
const thesaurus = new Thesaurus(GROUPS, () => true);

describe('Thesaurus', () => {
  it('has the other words of a group for each of them, in the singular', () => {
    expect(thesaurus.synonymsOf('eggplants')).toEqual([['brinjal'], ['बैंगन']]);
    expect(thesaurus.synonymsOf('okra')).toEqual([['lady', 'finger'], ['bhindi']]);
    expect(thesaurus.synonymsOf('pyaz')).toEqual([['onion'], ['प्याज']]);
    expect(thesaurus.synonymsOf('potato')).toEqual([]);
  });

  it('has only synonyms that a product has', () => {
    const indexed = new Thesaurus(GROUPS, (token) => token === 'lady' || token === 'brinjal');
    expect(indexed.synonymsOf('eggplant')).toEqual([['brinjal']]);
    expect(indexed.synonymsOf('okra')).toEqual([]);
    expect(indexed.knows('okra')).toBe(true);
  });

  it('joins the groups of a word, and not what these have in common', () => {
    expect(thesaurus.synonymsOf('brinjal')).toEqual([['eggplant'], ['बैंगन'], ['vangi']]);
    expect(thesaurus.synonymsOf('vangi')).toEqual([['brinjal']]);
  });

  it('reads the longest entry at a position', () => {
    const words = ['fresh', 'green', 'chilli', 'powder'];
    expect(thesaurus.longestEntry(words, 1)).toEqual({ length: 2, synonyms: [['hari', 'mirch']] });
    expect(thesaurus.longestEntry(words, 2)).toEqual({ length: 1, synonyms: [['mirch']] });
    expect(thesaurus.longestEntry(words, 3)).toEqual({ length: 1, synonyms: [] });
  });

  it('completes the beginnings of words', () => {
    expect(thesaurus.completionsOf('eggpl')).toEqual(['eggplant']);
    expect(thesaurus.completionsOf('milk')).toEqual([]);
  });

  it.each([
    ['pyaaz', ['pyaz']],
    ['piyaj', ['pyaz']],
    ['bhindee', ['bhindi']],
    ['wangi', ['vangi']],
    ['milk', []],
  ])('knows that %s sounds like %j', (word, alike) => {
    expect(thesaurus.soundingLike(word)).toEqual(alike);
  });

  it('adds a limited number of words to a search', () => {
    const many = Array.from({ length: 40 }, (_, i) => `word${i}x`);
    expect(new Thesaurus([many], () => true).synonymsOf('word0x')).toHaveLength(24);
  });
});
