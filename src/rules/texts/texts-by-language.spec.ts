import { namesByLanguage, textsJson, textsOf } from './texts-by-language.js';

describe('textsJson', () => {
  it('writes the same JSON for the same texts, in whatever order they come', () => {
    const english = { name: 'Tomatoes', description: 'Red.' };
    const hindi = { otherNames: ['लाल आलू'], name: 'टमाटर' };
    expect(textsJson({ hi: hindi, en: english })).toBe(
      '{"en":{"name":"Tomatoes","description":"Red."},"hi":{"name":"टमाटर","otherNames":["लाल आलू"]}}',
    );
    expect(textsJson({ en: { description: 'Red.', name: 'Tomatoes' }, hi: hindi })).toBe(
      textsJson({ hi: hindi, en: english }),
    );
  });

  it('leaves out blank texts, and languages without any', () => {
    expect(
      textsJson({ en: { name: '', description: '', otherNames: [] }, hi: { name: 'दूध', description: '' } }),
    ).toBe('{"hi":{"name":"दूध"}}');
    expect(textsJson({})).toBe('{}');
  });

  it('is read by textsOf', () => {
    const texts = { hi: { name: 'दूध', description: 'ताज़ा', otherNames: ['doodh'] } };
    expect(textsOf(textsJson(texts))).toEqual(texts);
  });
});

describe('namesByLanguage', () => {
  it('returns a name for each language that has texts', () => {
    const texts = { en: { description: 'Red.' }, hi: { name: 'टमाटर', description: 'लाल' } };
    expect(namesByLanguage(texts, 'Tomatoes')).toEqual({ en: 'Tomatoes', hi: 'टमाटर' });
    expect(namesByLanguage({}, 'Tomatoes')).toEqual({});
  });
});
