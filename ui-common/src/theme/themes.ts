import type { ThemeDefinition } from 'vuetify';
import type { Tokens } from './tokens.ts';

/** Converts the tokens of a front end to Vuetify themes. */
export function themesOf({ colors, measures, shades }: Tokens): Record<'light' | 'dark', ThemeDefinition> {
  return {
    light: { dark: false, colors: colors.light, variables: { ...measures, ...shades.light } },
    dark: { dark: true, colors: colors.dark, variables: { ...measures, ...shades.dark } },
  };
}
