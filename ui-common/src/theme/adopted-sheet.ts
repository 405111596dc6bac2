import type { Plugin } from 'vue';
import { isInBrowser } from '../common/window-events.ts';

interface HeadEntry {
  readonly style: readonly { readonly textContent: string }[];
}

/**
 * Vuetify writes its theme into a style element, which the shop's Content-Security-Policy refuses. It asks first for what manages the
 * document's head, though: this is just as much of one as it needs, and makes a constructed sheet of the theme instead.
 * To be used before Vuetify.
 */
export const adoptedSheet: Plugin = (app) => {
  if (!isInBrowser) return void app.provide('usehead', { push: () => ({ patch: () => undefined }) });
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const write = (entry: () => HeadEntry): void => {
    sheet.replaceSync(
      entry()
        .style.map(({ textContent }) => textContent)
        .join('\n'),
    );
  };
  app.provide('usehead', {
    push(entry: () => HeadEntry) {
      write(entry);
      return { patch: write };
    },
  });
};
