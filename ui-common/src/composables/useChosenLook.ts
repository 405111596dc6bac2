import { watch } from 'vue';
import { useTheme } from 'vuetify';
import type { Language } from '../languages.ts';
import { usePreferences } from '../session/preferences.ts';

/** Shows the theme that was chosen, and speaks the language, also where either is chosen anew. */
export function useChosenLook(speak: (language: Language) => Promise<void>): void {
  const theme = useTheme();
  const preferences = usePreferences();
  watch(
    () => preferences.theme,
    (choice) => void theme.change(choice),
    { immediate: true },
  );
  watch(() => preferences.language, speak);
}
