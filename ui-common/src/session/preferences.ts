import { defineStore } from 'pinia';
import { ref, watch } from 'vue';
import { LANGUAGES, type Language } from '../api/languages.ts';
import { isInBrowser } from '../browser/window-events.ts';
import { browserLanguage } from '../languages.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
type ThemeChoice = (typeof THEMES)[number];

const STORAGE_KEY = 'preferences';

interface StoredPreferences {
  readonly theme?: ThemeChoice;
  readonly language?: Language;
}

/** Theme and language of this browser, stored in localStorage. */
export const usePreferences = defineStore('preferences', () => {
  const stored = read();
  const theme = ref<ThemeChoice>(stored.theme ?? 'system');
  const language = ref<Language>(stored.language ?? browserLanguage());

  const write = (): void => {
    const preferences: StoredPreferences = { theme: theme.value, language: language.value };
    localStorage.setItem(STORAGE_KEY, JSON.stringify(preferences));
  };
  if (isInBrowser) watch([theme, language], write);

  return { theme, language };
});

/** Reads the stored preferences and ignores unknown values, because the storage is untrusted. */
function read(): StoredPreferences {
  try {
    const { theme, language } = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as StoredPreferences;
    return {
      ...(THEMES.some((choice) => choice === theme) ? { theme } : {}),
      ...(LANGUAGES.some((choice) => choice === language) ? { language } : {}),
    };
  } catch {
    return {};
  }
}
