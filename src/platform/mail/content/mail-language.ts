import { isolated } from '../../common/bidi-text.js';
import { numberFormat, pluralRules } from '../../common/intl.js';
import { languageOf, preferredLanguage, type Language } from '../../config/languages.js';
import { EN, type Texts } from './texts/en.js';
import { HI } from './texts/hi.js';

/** Texts of the mails and reports. */
export const TEXTS: Readonly<Record<Language, Texts>> = { en: EN, hi: HI };

/** Values for the `{…}` of a text. */
export type TextParameters = Readonly<Record<string, unknown>>;

/** A template uses a text, or a text uses a parameter, that does not exist. */
export class MissingText extends Error {
  override readonly name = 'MissingText';
}

/** A language of mails, in the locale of one recipient. */
export class MailLanguage {
  private constructor(
    /** BCP 47; numbers and dates follow it too. */
    readonly locale: string,
    readonly language: Language,
    private readonly texts: Texts,
  ) {}

  /** Returns the recipient's language if there are texts in it, otherwise the store's, otherwise English. */
  static of(locale: string, storeLocale: string): MailLanguage {
    const locales = [locale, storeLocale];
    const language = preferredLanguage(locales);
    return new MailLanguage(
      locales.find((each) => languageOf(each) === language) ?? language,
      language,
      TEXTS[language],
    );
  }

  /**
   * Returns the text at a path such as `order-status.intro.packed`, with its parameters filled in; those from right to left do
   * not reorder the rest. If it has plural forms, the parameter `count` selects one.
   *
   * @throws MissingText
   */
  text(path: string, parameters: TextParameters = {}): string {
    let text: unknown = this.texts;
    for (const key of path.split('.')) text = ownMember(text, key);
    if (typeof text === 'object') text = ownMember(text, this.plural(parameters['count']));
    if (typeof text !== 'string') throw new MissingText(`No mail text at ${path}`);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => this.format(path, name, parameters[name]));
  }

  private plural(count: unknown): string {
    return pluralRules(this.locale).select(Number(count));
  }

  private format(path: string, name: string, value: unknown): string {
    if (typeof value === 'number') return numberFormat(this.locale).format(value);
    if (typeof value === 'string') return isolated(value);
    throw new MissingText(`Mail text ${path} lacks the parameter ${name}`);
  }
}

function ownMember(of: unknown, name: string): unknown {
  if (typeof of !== 'object' || of === null || !Object.hasOwn(of, name)) return undefined;
  return (of as Readonly<Record<string, unknown>>)[name];
}
