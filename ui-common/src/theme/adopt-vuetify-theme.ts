import { watchEffect, type Plugin } from 'vue';
import { usePreferences } from '../session/preferences.ts';

/** Vuetify's theme as it gives it to a head manager. */
type Theme = () => { readonly style: readonly { readonly textContent: string }[] };

/**
 * Vuetify writes its theme into a style element, which the Content-Security-Policy refuses. But it looks for a head manager
 * first: this plugin provides the part of one that it uses, and turns the theme into a constructed style sheet. It does so only
 * if the user has chosen a theme: the page's own style sheet (pre-hydration-sheet.ts) follows the device. For browsers.
 * Install it after Pinia and before Vuetify.
 */
export const adoptVuetifyTheme: Plugin = (app) => {
  const preferences = usePreferences();
  const sheet = new CSSStyleSheet();

  function adopt({ style }: ReturnType<Theme>): void {
    const others = document.adoptedStyleSheets.filter((candidate) => candidate !== sheet);
    if (preferences.theme !== 'system') {
      sheet.replaceSync(style.map(({ textContent }) => textContent).join('\n'));
      others.push(sheet);
    }
    document.adoptedStyleSheets = others;
  }

  app.provide('usehead', {
    push: (theme: Theme) => {
      // Runs again whenever the theme or the user's choice changes. So a patch has nothing left to do.
      watchEffect(() => adopt(theme()));
      return { patch: () => undefined };
    },
  });
};
