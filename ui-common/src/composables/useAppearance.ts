import { watch } from 'vue';
import { useTheme } from 'vuetify';
import type { Language } from '../api/languages.ts';
import { hydrateAll } from '../browser/pre-hydration-events.ts';
import { usePreferences } from '../session/preferences.ts';

/** Applies changes of the theme and language preferences. open-app.ts applies the initial values. */
export function useAppearance(setLanguage: (language: Language) => Promise<void>): void {
  const theme = useTheme();
  const preferences = usePreferences();
  watch(
    () => preferences.theme,
    (choice) => void theme.change(choice),
  );
  watch(
    () => preferences.language,
    async (language) => {
      await hydrateAll();
      await setLanguage(language);
    },
  );
}
