import type { Plugin } from 'vite';
import { preHydrationSheet } from '../theme/pre-hydration-sheet.ts';
import type { Tokens } from '../theme/tokens.ts';

const NAME = 'virtual:pre-hydration-sheet.css';

/** Gives a front end the style sheet `virtual:pre-hydration-sheet.css`: its colours and measures, there before any script has run. */
export function preHydrationTheme(tokens: Tokens): Plugin {
  return {
    name: 'pre-hydration-theme',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? preHydrationSheet(tokens) : undefined),
  };
}
