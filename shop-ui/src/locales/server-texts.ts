import type { Language } from 'ui-common/api/languages';
import en from './en';
import enHead from './en/head.json';
import enNothingFound from './en/nothing-found.json';
import enTitles from './en/titles.json';
import hiHead from './hi/head.json';
import hiNothingFound from './hi/nothing-found.json';
import hiTitles from './hi/titles.json';
import type { Texts } from 'ui-common/texts-of';

/** Texts with which the server renders first pages and describes all pages. */
export const SERVER_TEXTS: Readonly<Record<Language, Record<string, Texts>>> = {
  en: { ...en, head: enHead as Texts, 'nothing-found': enNothingFound as Texts, titles: enTitles as Texts },
  // Browsers load it as a file of its own.
  hi: {
    ...(await import('./hi')).default,
    head: hiHead as Texts,
    'nothing-found': hiNothingFound as Texts,
    titles: hiTitles as Texts,
  },
};
