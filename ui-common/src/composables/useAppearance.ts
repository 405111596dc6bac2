import { watch } from 'vue';
import { useTheme } from 'vuetify';
import type { Language } from '../languages.ts';
import { usePreferences } from '../session/preferences.ts';

/** Shows the theme and speaks the language that are chosen anew; it opens with those that were chosen before (open-app.ts). */
export function useAppearance(speak: (language: Language) => Promise<void>): void {
  const theme = useTheme();
  const preferences = usePreferences();
  watch(
    () => preferences.theme,
    (choice) => void theme.change(choice),
  );
  watch(() => preferences.language, speak);
}
