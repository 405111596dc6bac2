import type { Language } from 'ui-common/api/languages';
import { createI18n, type LocaleMessageValue, type VueMessageType } from 'vue-i18n';
import en from './en';

type Texts = Record<string, LocaleMessageValue<VueMessageType>>;

/** English is built in, except for the texts of some pages, and is the fallback for missing texts. */
export const i18n = createI18n({
  legacy: false,
  locale: 'en' as Language,
  fallbackLocale: 'en',
  messages: { en } as Partial<Record<Language, Texts>>,
});

/** Loaders of the texts of each other language, called on its first use. */
const LOADERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ default: Texts }>>> = {
  hi: () => import('./hi'),
};

/** Switches to a language. */
export async function setLanguage(language: Language): Promise<void> {
  if (language !== 'en' && !i18n.global.availableLocales.includes(language)) {
    i18n.global.setLocaleMessage(language, (await LOADERS[language]()).default);
  }
  i18n.global.locale.value = language;
  document.documentElement.lang = language;
}

let isRestLoaded = false;

/** Loads a page together with the English texts that are not built in. */
export function withRemainingTexts<Page>(loadPage: () => Promise<Page>): () => Promise<Page> {
  return async () => (await Promise.all([loadPage(), loadRemainingTexts()]))[0];
}

async function loadRemainingTexts(): Promise<void> {
  if (isRestLoaded) return;
  const rest = await import('./en/rest');
  i18n.global.mergeLocaleMessage('en', rest.default);
  isRestLoaded = true;
}
