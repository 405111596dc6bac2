import { numberFormat, pluralRules } from '../../common/intl.js';
import { EN, type Texts } from './texts/en.js';
import { HI } from './texts/hi.js';

const LANGUAGES: ReadonlyMap<string, Texts> = new Map([
  ['en', EN],
  ['hi', HI],
]);

/** What fills the `{…}` of a text. */
export type TextParameters = Readonly<Record<string, unknown>>;

/** A template asks for a text, or a text for a parameter, that there is not. */
export class MissingText extends Error {
  override readonly name = 'MissingText';
}

/** A language that mails are written in, as one reader reads it. */
export class MailLanguage {
  private constructor(
    /** BCP 47; numbers and dates follow it too. */
    readonly locale: string,
    private readonly texts: Texts,
  ) {}

  /** The reader's language where there are texts in it, else the store's, else English. */
  static of(locale: string, storeLocale: string): MailLanguage {
    for (const candidate of [locale, storeLocale]) {
      const texts = LANGUAGES.get(languageIn(candidate));
      if (texts !== undefined) return new MailLanguage(candidate, texts);
    }
    return new MailLanguage('en', EN);
  }

  /**
   * A text by the path to it, such as `order-status.intro.packed`, with its parameters filled in. Where it has plural
   * forms, the parameter `count` chooses.
   *
   * @throws MissingText
   */
  text(path: string, parameters: TextParameters = {}): string {
    let found: unknown = this.texts;
    for (const step of path.split('.')) found = ownMember(found, step);
    if (typeof found === 'object') found = ownMember(found, this.plural(parameters['count']));
    if (typeof found !== 'string') throw new MissingText(`There is no text ${path}`);
    return found.replace(/\{(\w+)\}/g, (_, name: string) => this.shown(path, name, parameters[name]));
  }

  private plural(count: unknown): string {
    return pluralRules(this.locale).select(Number(count));
  }

  private shown(path: string, name: string, value: unknown): string {
    if (typeof value === 'number') return numberFormat(this.locale).format(value);
    if (typeof value === 'string') return value;
    throw new MissingText(`The text ${path} lacks its ${name}`);
  }
}

function ownMember(of: unknown, name: string): unknown {
  if (typeof of !== 'object' || of === null || !Object.hasOwn(of, name)) return undefined;
  return (of as Readonly<Record<string, unknown>>)[name];
}

function languageIn(locale: string): string {
  try {
    return new Intl.Locale(locale).language;
  } catch {
    return '';
  }
}
