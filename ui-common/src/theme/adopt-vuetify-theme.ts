import type { Plugin, Ref } from 'vue';
import { isInBrowser } from '../browser/window-events.ts';
import { usePreferences } from '../session/preferences.ts';

interface HeadEntry {
  readonly style: readonly { readonly textContent: string }[];
}

/**
 * Vuetify writes its theme into a style element, which the Content-Security-Policy refuses. But it looks for a head manager first:
 * this plugin provides the minimal one, which turns the theme into a constructed style sheet. It does so only if the user has
 * chosen a theme: the page's own style sheet (pre-hydration-sheet.ts) follows the device. Install it after Pinia and before Vuetify.
 */
export const adoptVuetifyTheme: Plugin = (app) => {
  app.provide('usehead', isInBrowser ? createAdoptingHead() : { push: () => undefined });
};

function createAdoptingHead() {
  const preferences = usePreferences();
  const sheet = new CSSStyleSheet();
  let theme: Readonly<Ref<HeadEntry>> | undefined;
  return {
    addHeadObjs: (entry: Readonly<Ref<HeadEntry>>): void => {
      theme = entry;
    },
    /** Runs again whenever the state that it reads changes. */
    updateDOM: (): void => {
      const others = document.adoptedStyleSheets.filter((candidate) => candidate !== sheet);
      if (preferences.theme !== 'system') {
        sheet.replaceSync(theme?.value.style.map(({ textContent }) => textContent).join('\n') ?? '');
        others.push(sheet);
      }
      document.adoptedStyleSheets = others;
    },
  };
}
