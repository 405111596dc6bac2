import type { ThemeDefinition } from 'vuetify';
import type { Tokens } from './tokens.ts';

/** Converts the tokens of a front end to Vuetify themes. */
export function themesOf({ colours, measures, shades }: Tokens): Record<'light' | 'dark', ThemeDefinition> {
  return {
    light: { dark: false, colors: colours.light, variables: { ...measures, ...shades.light } },
    dark: { dark: true, colors: colours.dark, variables: { ...measures, ...shades.dark } },
  };
}
