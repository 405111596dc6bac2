import { MailLanguage, MissingText } from './mail-language.js';
import { EN } from './texts/en.js';
import { HI } from './texts/hi.js';

const english = MailLanguage.of('en-IN', 'en-IN');
const hindi = MailLanguage.of('hi-IN', 'en-IN');

describe('a language of mails', () => {
  it.each([
    ['hi', 'en-IN', 'hi'],
    ['en-GB', 'hi-IN', 'en-GB'],
    ['fr-FR', 'hi-IN', 'hi-IN'],
    ['fr-FR', 'de-DE', 'en'],
    ['no locale', '', 'en'],
  ])('of a reader of %s in a store of %s is %s', (reader, store, expected) => {
    expect(MailLanguage.of(reader, store).locale).toBe(expected);
  });

  it('fills in parameters as they are, whatever is in them', () => {
    const name = '{store} $& <b>';
    expect(english.text('common.greeting', { name })).toBe('Hello {store} $& <b>,');
  });

  it('chooses the plural', () => {
    expect(english.text('daily-reminder.cart', { count: 1 })).toMatch(/^1 product waits/);
    expect(english.text('daily-reminder.cart', { count: 2 })).toMatch(/^2 products wait/);
    expect(hindi.text('daily-reminder.cart', { count: 1 })).toContain('चीज़ रखी है');
    expect(hindi.text('daily-reminder.cart', { count: 2 })).toContain('चीज़ें रखी हैं');
  });

  it.each(['common.nothing', 'nothing', 'common', 'common.greeting.toString', 'constructor.name', ''])(
    'has no text %p, and says so',
    (path) => {
      expect(() => english.text(path, { name: 'Asha' })).toThrow(MissingText);
    },
  );

  it('says which parameter a text lacks', () => {
    expect(() => english.text('common.greeting')).toThrow('The text common.greeting lacks its name');
  });
});

describe('the texts', () => {
  /** Path to text, with the parameters that it takes. */
  function parametersIn(texts: object, path = ''): [string, string][] {
    return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[`${path}${key}`, [...value.matchAll(/\{\w+\}/g)].flat().sort().join(' ')] as [string, string]]
        : parametersIn(value as object, `${path}${key}.`),
    );
  }

  it('take the same parameters in each language', () => {
    expect(parametersIn(HI)).toEqual(parametersIn(EN));
  });
});
