/** How people and other programs write a language. */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    en: ['english', 'englisch', 'अंग्रेज़ी', 'अंग्रेजी'],
    hi: ['hindi', 'हिन्दी', 'हिंदी'],
    de: ['german', 'deutsch', 'जर्मन'],
  }).flatMap(([locale, names]) => names.map((name) => [name.normalize('NFC'), locale] as const)),
);

/** Returns the BCP 47 locale of a language as people write it: "Hindi", "en_IN" and "DE". Other text is returned as it is. */
export function writtenLocale(text: string): string {
  const known = LANGUAGES.get(text.toLowerCase());
  if (known !== undefined) return known;
  const locale = text.replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? text;
  } catch {
    return text;
  }
}
