import type { Tokens } from 'ui-common/theme/tokens';

/**
 * Material Design color names, plus two of the shop. `deep` is the background of the shop's own messages. `marigold` is the
 * secondary color, for new items and highlights.
 */
const COLORS = {
  light: {
    background: '#faf8f2',
    'on-background': '#1d241a',
    surface: '#ffffff',
    'on-surface': '#1d241a',
    'surface-variant': '#f0ede2',
    'on-surface-variant': '#565e4e',
    'surface-bright': '#ffffff',
    'surface-light': '#f6f3ea',
    outline: '#dcd8ca',
    muted: '#5a6252',
    primary: '#17633b',
    'on-primary': '#ffffff',
    'primary-soft': '#e2f0e2',
    'on-primary-soft': '#0f4d2c',
    deep: '#0f4a2b',
    'on-deep': '#fbf7ea',
    marigold: '#ffd166',
    'on-marigold': '#3d2b00',
    'marigold-soft': '#fff3d1',
    'on-marigold-soft': '#5e4300',
    error: '#b3261e',
    'on-error': '#ffffff',
    'error-soft': '#fbe5e1',
    'on-error-soft': '#7d160f',
    warning: '#8a5300',
    'on-warning': '#ffffff',
    'warning-soft': '#fff3d1',
    'on-warning-soft': '#5e4300',
    success: '#17633b',
    'on-success': '#ffffff',
    info: '#1d5a85',
    'on-info': '#ffffff',
  },
  dark: {
    background: '#12160f',
    'on-background': '#e9ede2',
    surface: '#1b2117',
    'on-surface': '#e9ede2',
    'surface-variant': '#272e22',
    'on-surface-variant': '#b4bcaa',
    'surface-bright': '#2b3326',
    'surface-light': '#222a1d',
    outline: '#39422f',
    muted: '#adb6a2',
    primary: '#86d7a2',
    'on-primary': '#06301a',
    'primary-soft': '#1d3a29',
    'on-primary-soft': '#b9ecc9',
    deep: '#173827',
    'on-deep': '#eef4e6',
    marigold: '#f2c14e',
    'on-marigold': '#332400',
    'marigold-soft': '#3a3013',
    'on-marigold-soft': '#ffe09a',
    error: '#ffb4a9',
    'on-error': '#5f0f08',
    'error-soft': '#43201b',
    'on-error-soft': '#ffd9d3',
    warning: '#f0b866',
    'on-warning': '#3f2700',
    'warning-soft': '#3a3013',
    'on-warning-soft': '#ffe09a',
    success: '#86d7a2',
    'on-success': '#06301a',
    info: '#98cdf2',
    'on-info': '#00344f',
  },
} as const;

/** Values shared by the light and the dark theme. Each becomes a custom property `--v-<name>`. */
const MEASURES = {
  'space-1': '0.25rem',
  'space-2': '0.5rem',
  'space-3': '0.75rem',
  'space-4': '1rem',
  'space-5': '1.5rem',
  'space-6': '2rem',
  'space-7': '3rem',
  'space-8': '4.5rem',
  'radius-s': '0.5rem',
  'radius-m': '0.875rem',
  'radius-l': '1.375rem',
  'radius-pill': '999px',
  'text-s': '0.8125rem',
  'text-m': '0.9375rem',
  'text-l': '1.125rem',
  'text-xl': 'clamp(1.25rem, 1.1rem + 0.6vw, 1.5rem)',
  'text-xxl': 'clamp(1.625rem, 1.2rem + 1.8vw, 2.5rem)',
  'text-hero': 'clamp(2rem, 1.3rem + 3.2vw, 3.5rem)',
  'motion-quick': '120ms',
  'motion-calm': '240ms',
} as const;

/** Shadows have the tint of the background. The dark theme dims images, because their backgrounds are bright. */
const SHADES = {
  light: {
    'picture-light': 1,
    'shade-1': '0 1px 2px rgb(45 50 30 / 6%), 0 2px 8px rgb(45 50 30 / 5%)',
    'shade-2': '0 2px 6px rgb(45 50 30 / 8%), 0 12px 32px rgb(45 50 30 / 10%)',
    'border-opacity': 1,
    'high-emphasis-opacity': 1,
    'medium-emphasis-opacity': 0.8,
  },
  dark: {
    'picture-light': 0.86,
    'shade-1': '0 1px 2px rgb(0 0 0 / 40%)',
    'shade-2': '0 2px 6px rgb(0 0 0 / 40%), 0 12px 32px rgb(0 0 0 / 45%)',
    'border-opacity': 1,
    'high-emphasis-opacity': 1,
    'medium-emphasis-opacity': 0.8,
  },
} as const;

/**
 * All colors, sizes and shapes of the shop. Source of Vuetify's theme and of the style sheet that applies before any script runs
 * (vite.config.ts).
 */
export const TOKENS = { colors: COLORS, measures: MEASURES, shades: SHADES } as const satisfies Tokens;
