import type { Tokens } from './tokens.ts';

type Scheme = 'light' | 'dark';

/**
 * The theme as a style sheet, for the page before any script has run. It stands in the very cascade layer that Vuetify's own
 * sheet comes to later, and says the same.
 */
export function earlySheet(tokens: Tokens): string {
  return `@layer vuetify-utilities.theme-base {
:root { color-scheme: light; ${variables(tokens, 'light')} }
@media (prefers-color-scheme: dark) { :root { color-scheme: dark; ${variables(tokens, 'dark')} } }
}`;
}

function variables({ colours, measures, shades }: Tokens, scheme: Scheme): string {
  const palette = Object.entries(colours[scheme]).map(([name, hex]) => `--v-theme-${name}: ${rgb(hex)};`);
  const others = Object.entries({ ...measures, ...shades[scheme] }).map(
    ([name, value]) =>
      `--v-${name}: ${typeof value === 'string' && value.startsWith('#') ? rgb(value) : String(value)};`,
  );
  return [...palette, ...others].join(' ');
}

/** `#17633b` as `23, 99, 59`, which Vuetify's own styles put into `rgb()` and `rgba()`. */
function rgb(hex: string): string {
  return [1, 3, 5].map((at) => String(Number.parseInt(hex.slice(at, at + 2), 16))).join(',');
}
