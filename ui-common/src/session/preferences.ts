import { defineStore } from 'pinia';
import { ref, watch } from 'vue';
import { isInBrowser } from '../browser/window-events.ts';
import { LANGUAGES, preferredLanguage, type Language } from '../languages.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
type ThemeChoice = (typeof THEMES)[number];

const KEY = 'preferences';

interface Kept {
  readonly theme?: ThemeChoice;
  readonly language?: Language;
}

/** How this browser likes the shop: kept in it, and no secret. */
export const usePreferences = defineStore('preferences', () => {
  const kept = read();
  const theme = ref<ThemeChoice>(kept.theme ?? 'system');
  const language = ref<Language>(kept.language ?? preferredLanguage());

  const write = (): void => {
    const kept: Kept = { theme: theme.value, language: language.value };
    localStorage.setItem(KEY, JSON.stringify(kept));
  };
  if (isInBrowser) watch([theme, language], write);

  return { theme, language };
});

/** What is kept, as far as it is still one of the choices: anybody may have written into the storage. */
function read(): Kept {
  try {
    const { theme, language } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Kept;
    return {
      ...(THEMES.some((choice) => choice === theme) ? { theme } : {}),
      ...(LANGUAGES.some((choice) => choice === language) ? { language } : {}),
    };
  } catch {
    return {};
  }
}
