import type { Language } from 'ui-common/languages';
import { isInBrowser } from 'ui-common/common/window-events';
import { createI18n } from 'vue-i18n';
import en from './locales/en';
import type { Texts } from './locales/texts-of';

/** Where the texts of a language come from: those of the first pages, and the rest. */
const SOURCES: Readonly<Record<Language, readonly (() => Promise<{ default: Record<string, Texts> }>)[]>> = {
  en: [() => Promise.resolve({ default: en }), () => import('./locales/en/rest')],
  hi: [() => import('./locales/hi'), () => import('./locales/hi/rest')],
};

export const i18n = createI18n({
  legacy: false,
  locale: 'en' as Language,
  fallbackLocale: 'en',
  messages: { en } as Partial<Record<Language, Record<string, Texts>>>,
});

const learnt = new Map<string, Promise<void>>();
let knowsRest = false;

/** Speaks a language from now on; its texts are fetched with its first use. */
export async function speak(language: Language): Promise<void> {
  await Promise.all([learn(language, 0), knowsRest ? learn(language, 1) : undefined]);
  i18n.global.locale.value = language;
  if (isInBrowser) document.documentElement.lang = language;
}

/** Fetches what only later pages say, in the language that is spoken. */
export async function learnRest(): Promise<void> {
  knowsRest = true;
  await learn(i18n.global.locale.value, 1);
}

function learn(language: Language, part: 0 | 1): Promise<void> {
  const key = `${language} ${String(part)}`;
  const underWay = learnt.get(key) ?? fetchTexts(language, part);
  learnt.set(key, underWay);
  // What could not be fetched is tried again with the next wish for it.
  underWay.catch(() => learnt.delete(key));
  return underWay;
}

async function fetchTexts(language: Language, part: 0 | 1): Promise<void> {
  const texts = await SOURCES[language][part]?.();
  if (texts !== undefined) i18n.global.mergeLocaleMessage(language, texts.default);
}
