import type { Language } from 'ui-common/api/languages';
import { isInBrowser } from 'ui-common/browser/window-events';
import { markRaw } from 'vue';
import { createI18n } from 'vue-i18n';
import en from './locales/en';
import type { Texts } from 'ui-common/texts-of';

type Source = () => Promise<{ default: Record<string, Texts> }>;

/** Loaders of the texts by language: those of the first pages, which are built in for English, and the rest. */
const SOURCES: Readonly<Record<Language, readonly [first: Source | undefined, rest: Source]>> = {
  en: [undefined, () => import('./locales/en/rest')],
  hi: [() => import('./locales/hi'), () => import('./locales/hi/rest')],
};

/** Creates the i18n instance of an app with its texts by language. */
export function createShopI18n(texts: Partial<Record<Language, Record<string, Texts>>>) {
  // Raw, because lookups in reactive texts take several times as long, and the texts never change.
  const messages = Object.fromEntries(
    Object.entries(texts).map(([language, content]) => [language, markRaw(content)]),
  ) as typeof texts;
  return createI18n({ legacy: false, locale: 'en' as Language, fallbackLocale: 'en', messages });
}

/** The instance of the browser, which loads the texts of other languages and pages later. */
export const i18n = createShopI18n({ en });

const loads = new Map<string, Promise<void>>();
let isRestNeeded = false;

/** Switches to a language. Loads its texts on first use. */
export async function setLanguage(language: Language): Promise<void> {
  await Promise.all([load(language, 0), isRestNeeded ? load(language, 1) : undefined]);
  i18n.global.locale.value = language;
  if (isInBrowser) setLangAttribute(language);
}

/** Sets the lang attribute only if the language differs: changing `en-IN` to `en` would cause a full layout. */
function setLangAttribute(language: Language): void {
  const { documentElement: html } = document;
  if (new Intl.Locale(html.lang).language !== language) html.lang = language;
}

/** Loads the texts of the later pages in the current language. */
export async function loadRemainingTexts(): Promise<void> {
  isRestNeeded = true;
  await load(i18n.global.locale.value, 1);
}

function load(language: Language, part: 0 | 1): Promise<void> {
  const key = `${language} ${String(part)}`;
  const pending = loads.get(key) ?? fetchTexts(language, part);
  loads.set(key, pending);
  // Retry a failed load on the next request.
  pending.catch(() => loads.delete(key));
  return pending;
}

async function fetchTexts(language: Language, part: 0 | 1): Promise<void> {
  const texts = await SOURCES[language][part]?.();
  if (texts === undefined) return;
  const loaded = i18n.global.getLocaleMessage(language);
  i18n.global.setLocaleMessage(language, markRaw({ ...loaded, ...texts.default }));
}
