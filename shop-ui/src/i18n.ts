import { createI18n } from 'vue-i18n';
import en from './locales/en';

export const LANGUAGES = ['en', 'hi'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The languages in their own words. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', hi: 'हिन्दी' };

export const i18n = createI18n({
  legacy: false,
  locale: 'en' as Language,
  fallbackLocale: 'en',
  messages: { en } as Record<Language, typeof en>,
});

/** The first of the browser's languages that the shop speaks. */
export function preferredLanguage(): Language {
  const spoken = navigator.languages.map((tag) => tag.split('-')[0]);
  return LANGUAGES.find((language) => language === spoken.find((one) => isLanguage(one))) ?? 'en';
}

/** Speaks a language from now on; its texts are fetched with its first use. */
export async function speak(language: Language): Promise<void> {
  if (language === 'hi' && !i18n.global.availableLocales.includes('hi')) {
    const { default: hi } = await import('./locales/hi');
    i18n.global.setLocaleMessage('hi', hi);
  }
  i18n.global.locale.value = language;
  document.documentElement.lang = language;
}

function isLanguage(tag: string | undefined): tag is Language {
  return LANGUAGES.some((language) => language === tag);
}
