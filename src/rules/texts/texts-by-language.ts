import { LANGUAGES, type Language } from '../../platform/config/languages.js';

/** What a section is called and described as in one language. Blank texts are missing. */
export interface SectionText {
  readonly name?: string;
  readonly description?: string;
}

/** What a product is called and described as in one language. Blank texts and empty lists are missing. */
export interface ProductText extends SectionText {
  readonly otherNames?: readonly string[];
}

/** Texts by language, those of languages without any texts missing. */
export type TextsOf<Text> = Readonly<Partial<Record<Language, Text>>>;

export type NamesByLanguage = TextsOf<string>;

/** Texts that a product can have in each language. */
export const PRODUCT_TEXTS = ['name', 'description', 'otherNames'] as const satisfies (keyof ProductText)[];

/** A text of one language in a file and in the audit log, such as `name:hi`. */
export type TextField = `${keyof ProductText}:${Language}`;

export function textField<Field extends keyof ProductText, Of extends string>(
  field: Field,
  language: Of,
): `${Field}:${Of}` {
  return `${field}:${language}`;
}

/** Makes a value for each text of each language. */
export function byTextField<T>(
  make: (field: keyof ProductText, language: Language) => T,
): Readonly<Record<TextField, T>> {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) =>
      PRODUCT_TEXTS.map((field) => [textField(field, language), make(field, language)]),
    ),
  ) as Record<TextField, T>;
}

/** Returns the texts of a column that {@link textsJson} wrote. */
export function textsOf<Text extends SectionText>(json: string): TextsOf<Text> {
  return JSON.parse(json) as TextsOf<Text>;
}

/** Returns texts as they are stored: the same JSON for the same texts, `{}` for none. */
export function textsJson(texts: TextsOf<ProductText>): string {
  return JSON.stringify(
    Object.fromEntries(
      LANGUAGES.flatMap((language) => {
        const { name = '', description = '', otherNames = [] } = texts[language] ?? {};
        const text = {
          ...(name === '' ? {} : { name }),
          ...(description === '' ? {} : { description }),
          ...(otherNames.length === 0 ? {} : { otherNames }),
        };
        return Object.keys(text).length === 0 ? [] : [[language, text]];
      }),
    ),
  );
}

/** Returns each text as a field of its own for the audit log, such as `name:hi`. */
export function auditableTexts(json: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(textsOf<ProductText>(json)).flatMap(([language, text]) =>
      Object.entries(text).map(([field, value]) => [`${field}:${language}`, value]),
    ),
  );
}

/** Returns the name in a language: without one, the name that all share. @param json of {@link textsJson} */
export function nameIn(language: Language, { name, texts }: { name: string; texts: string }): string {
  return textsOf(texts)[language]?.name ?? name;
}

/** Returns the name in each language that has texts: without one of its own, the name that all share. */
export function namesByLanguage(texts: TextsOf<SectionText>, name: string): NamesByLanguage {
  return Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, text.name ?? name]));
}
