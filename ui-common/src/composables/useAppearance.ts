import { watch } from 'vue';
import { useTheme } from 'vuetify';
import type { Language } from '../api/languages.ts';
import { usePreferences } from '../session/preferences.ts';

/** Applies changes of the theme and language preferences. open-app.ts applies the initial values. */
export function useAppearance(setLanguage: (language: Language) => Promise<void>): void {
  const theme = useTheme();
  const preferences = usePreferences();
  watch(
    () => preferences.theme,
    (choice) => void theme.change(choice),
  );
  watch(() => preferences.language, setLanguage);
}
