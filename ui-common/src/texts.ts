import { createI18n, type LocaleMessageValue, type VueMessageType } from 'vue-i18n';
import type { Language } from './api/languages.ts';

type Texts = Record<string, LocaleMessageValue<VueMessageType>>;

/**
 * Creates the i18n instance of a front end. English is built in and is the fallback for missing texts.
 *
 * @param loaders fetch the texts of each other language on its first use
 */
export function createTexts(
  en: Texts,
  loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Texts>>>,
) {
  const i18n = createI18n({
    legacy: false,
    locale: 'en' as Language,
    fallbackLocale: 'en',
    messages: { en } as Partial<Record<Language, Texts>>,
  });

  /** Switches to a language. */
  async function setLanguage(language: Language): Promise<void> {
    if (language !== 'en' && !i18n.global.availableLocales.includes(language)) {
      i18n.global.setLocaleMessage(language, await loaders[language]());
    }
    i18n.global.locale.value = language;
    document.documentElement.lang = language;
  }

  return { i18n, setLanguage };
}
