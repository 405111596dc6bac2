import type { ThemeDefinition } from 'vuetify';
import { COLOURS, MEASURES, SHADES } from './tokens';

export const THEMES: Record<'light' | 'dark', ThemeDefinition> = {
  light: { dark: false, colors: COLOURS.light, variables: { ...MEASURES, ...SHADES.light } },
  dark: { dark: true, colors: COLOURS.dark, variables: { ...MEASURES, ...SHADES.dark } },
};
