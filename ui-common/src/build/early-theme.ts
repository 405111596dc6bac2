import type { Plugin } from 'vite';
import { earlySheet } from '../theme/early-sheet.ts';
import type { Tokens } from '../theme/tokens.ts';

const NAME = 'virtual:early-sheet.css';

/** Gives a front end the style sheet `virtual:early-sheet.css`: its colours and measures, there before any script has run. */
export function earlyTheme(tokens: Tokens): Plugin {
  return {
    name: 'early-theme',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? earlySheet(tokens) : undefined),
  };
}
