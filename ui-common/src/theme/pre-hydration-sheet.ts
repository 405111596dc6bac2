import { createVuetify } from 'vuetify';
import { themesOf } from './themes.ts';
import type { Tokens } from './tokens.ts';

/**
 * Returns the theme as a style sheet that follows the device. It applies before any script runs, and until the user chooses a
 * theme. Contains the same rules that Vuetify would write.
 */
export function preHydrationSheet(tokens: Tokens): string {
  const themes = themesOf(tokens);
  const sheetOf = (defaultTheme: 'light' | 'dark'): string =>
    createVuetify({ theme: { defaultTheme, themes } }).theme.styles.value;
  const dark = sheetOf('dark').match(/:root \{[^}]*\}/g) ?? [];
  return `${sheetOf('light')}
@media (prefers-color-scheme: dark) {
  @layer vuetify-utilities.theme-base { ${dark.join(' ')} }
}`;
}
