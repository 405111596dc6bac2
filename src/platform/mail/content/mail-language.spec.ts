import { LANGUAGES } from '../../config/languages.js';
import { isInBaseFont } from '../../pdf/fonts/base-font.js';
import { MailLanguage, MissingText, TEXTS } from './mail-language.js';

const english = MailLanguage.of('en-IN', 'en-IN');
const hindi = MailLanguage.of('hi-IN', 'en-IN');

describe('MailLanguage', () => {
  it.each([
    ['hi', 'en-IN', 'hi'],
    ['en-GB', 'hi-IN', 'en-GB'],
    ['fr-FR', 'hi-IN', 'hi-IN'],
    ['fr-FR', 'de-DE', 'en'],
    ['no locale', '', 'en'],
  ])('for a recipient with locale %s in a store with %s is %s', (recipient, store, expected) => {
    expect(MailLanguage.of(recipient, store).locale).toBe(expected);
  });

  it('inserts parameters literally, even if they contain placeholders or markup', () => {
    const name = '{store} $& <b>';
    expect(english.text('common.greeting', { name })).toBe('Hello {store} $& <b>,');
  });

  it('selects the plural form by the parameter count', () => {
    expect(english.text('daily-reminder.cart', { count: 1 })).toMatch(/^1 product waits/);
    expect(english.text('daily-reminder.cart', { count: 2 })).toMatch(/^2 products wait/);
    expect(hindi.text('daily-reminder.cart', { count: 1 })).toContain('चीज़ रखी है');
    expect(hindi.text('daily-reminder.cart', { count: 2 })).toContain('चीज़ें रखी हैं');
  });

  it.each(['common.nothing', 'nothing', 'common', 'common.greeting.toString', 'constructor.name', ''])(
    'throws MissingText for the unknown path %p',
    (path) => {
      expect(() => english.text(path, { name: 'Asha' })).toThrow(MissingText);
    },
  );

  it('names the missing parameter of a text', () => {
    expect(() => english.text('common.greeting')).toThrow(
      'Mail text common.greeting lacks the parameter name',
    );
  });
});

describe('mail texts', () => {
  /** Lists the path of each text with its parameters. */
  function parametersIn(texts: object, path = ''): [string, string][] {
    return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[`${path}${key}`, [...value.matchAll(/\{\w+\}/g)].flat().sort().join(' ')] as [string, string]]
        : parametersIn(value as object, `${path}${key}.`),
    );
  }

  /** Lists the characters of all texts. */
  const charactersIn = (texts: object): string =>
    Object.values(texts)
      .map((text: unknown) => (typeof text === 'string' ? text : charactersIn(text as object)))
      .join('');

  it.each(LANGUAGES)('are in letters of the base font of PDFs (%s)', (language) => {
    expect(isInBaseFont(charactersIn(TEXTS[language]))).toBe(true);
  });

  it('have the same paths and parameters in each language', () => {
    for (const language of LANGUAGES) expect(parametersIn(TEXTS[language])).toEqual(parametersIn(TEXTS.en));
  });
});
