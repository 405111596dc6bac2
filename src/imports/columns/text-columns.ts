import { byTextField, type ProductText } from '../../rules/texts/texts-by-language.js';
import type { Language } from '../../platform/config/languages.js';
import type { CellType } from './cell-type.js';

/** How people call each text in the heading of a column, in English, German and Hindi. */
const WORDS: Readonly<Record<keyof ProductText, readonly string[]>> = {
  name: ['name', 'productname', 'itemname', 'title', 'bezeichnung', 'नाम', 'उत्पादकानाम'],
  description: ['description', 'beschreibung', 'विवरण'],
  otherNames: ['othernames', 'synonyms', 'anderenamen', 'synonyme', 'अन्यनाम', 'दूसरेनाम'],
};

const LANGUAGE_WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: ['en', 'english', 'englisch', 'अंग्रेज़ी', 'अंग्रेजी', 'इंग्लिश'],
  hi: ['hi', 'hindi', 'हिंदी', 'हिन्दी'],
};

/** How the cells of each text are read. */
export const TEXT_FIELDS = byTextField((field): CellType =>
  field === 'otherNames' ? 'clearable-list' : 'clearable-text',
);

/** Headings of each text, without spaces and signs: "Name (Hindi)", "Hindi name", "हिंदी में नाम". */
export const TEXT_SYNONYMS = byTextField((field, language) =>
  WORDS[field].flatMap((word) =>
    LANGUAGE_WORDS[language]
      .flatMap((name) => [`${word}${name}`, `${name}${word}`, `${word}in${name}`, `${name}में${word}`])
      .map((heading) => heading.normalize('NFKC')),
  ),
);
