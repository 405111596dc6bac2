import type { Language } from 'ui-common/languages';
import { isInBrowser } from 'ui-common/browser/window-events';
import { markRaw } from 'vue';
import { createI18n } from 'vue-i18n';
import en from './locales/en';
import type { Texts } from './locales/texts-of';

type Source = () => Promise<{ default: Record<string, Texts> }>;

/** Where the texts of a language come from: those of the first pages, which are there already in English, and the rest. */
const SOURCES: Readonly<Record<Language, readonly [first: Source | undefined, rest: Source]>> = {
  en: [undefined, () => import('./locales/en/rest')],
  hi: [() => import('./locales/hi'), () => import('./locales/hi/rest')],
};

export const i18n = createI18n({
  legacy: false,
  locale: 'en' as Language,
  fallbackLocale: 'en',
  // Raw, for what never changes need not be watched: to find a text in what is takes several times as long.
  messages: { en: markRaw(en) } as Partial<Record<Language, Record<string, Texts>>>,
});

const learnt = new Map<string, Promise<void>>();
let knowsRest = false;

/** Speaks a language from now on; its texts are fetched with its first use. */
export async function speak(language: Language): Promise<void> {
  await Promise.all([learn(language, 0), knowsRest ? learn(language, 1) : undefined]);
  i18n.global.locale.value = language;
  if (isInBrowser) sayLanguage(language);
}

/** To say it anew, in other words such as `en` for `en-IN`, would have the browser lay out the whole page again. */
function sayLanguage(language: Language): void {
  const { documentElement: html } = document;
  if (new Intl.Locale(html.lang).language !== language) html.lang = language;
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
  if (texts === undefined) return;
  const known = i18n.global.getLocaleMessage(language);
  i18n.global.setLocaleMessage(language, markRaw({ ...known, ...texts.default }));
}
