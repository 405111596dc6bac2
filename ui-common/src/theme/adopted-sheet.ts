import type { Plugin, Ref } from 'vue';
import { isInBrowser } from '../browser/window-events.ts';
import { usePreferences } from '../session/preferences.ts';

interface HeadEntry {
  readonly style: readonly { readonly textContent: string }[];
}

/**
 * Vuetify writes its theme into a style element, which the shop's Content-Security-Policy refuses. It asks first for what manages the
 * document's head, though: this is just as much of one as it needs, and makes a constructed sheet of the theme instead. It does so
 * only where somebody has chosen a theme: the document's own style sheet (early-sheet.ts) looks as the device does.
 * To be used after Pinia and before Vuetify.
 */
export const adoptedSheet: Plugin = (app) => {
  app.provide('usehead', isInBrowser ? adoptingHead() : { push: () => undefined });
};

function adoptingHead() {
  const preferences = usePreferences();
  const sheet = new CSSStyleSheet();
  let theme: Readonly<Ref<HeadEntry>> | undefined;
  return {
    addHeadObjs: (entry: Readonly<Ref<HeadEntry>>): void => {
      theme = entry;
    },
    /** Is called anew whenever what it has read changes. */
    updateDOM: (): void => {
      const others = document.adoptedStyleSheets.filter((one) => one !== sheet);
      if (preferences.theme !== 'system') {
        sheet.replaceSync(theme?.value.style.map(({ textContent }) => textContent).join('\n') ?? '');
        others.push(sheet);
      }
      document.adoptedStyleSheets = others;
    },
  };
}
