import { createVuetify } from 'vuetify';
import { themesOf } from './themes.ts';
import type { Tokens } from './tokens.ts';

/**
 * The theme as a style sheet, for the page before any script has run, and for as long as it shall look as the device does: what
 * Vuetify would write, once for all.
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
