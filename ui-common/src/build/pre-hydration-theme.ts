import type { Plugin } from 'vite';
import { preHydrationSheet } from '../theme/pre-hydration-sheet.ts';
import type { Tokens } from '../theme/tokens.ts';

const MODULE_ID = 'virtual:pre-hydration-sheet.css';

/** Provides `virtual:pre-hydration-sheet.css`, with the colors and measures that apply before any script runs. */
export function preHydrationTheme(tokens: Tokens): Plugin {
  return {
    name: 'pre-hydration-theme',
    resolveId: (id) => (id === MODULE_ID ? `\0${MODULE_ID}` : undefined),
    load: (id) => (id === `\0${MODULE_ID}` ? preHydrationSheet(tokens) : undefined),
  };
}
