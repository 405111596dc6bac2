import { COLOURS, MEASURES, SHADES } from './tokens.ts';

type Scheme = keyof typeof COLOURS;

/**
 * The theme as a style sheet, for the page before any script has run. It stands in the very cascade layer that Vuetify's own
 * sheet comes to later, and says the same.
 */
export function earlySheet(): string {
  return `@layer vuetify-utilities.theme-base {
:root { color-scheme: light; ${variables('light')} }
@media (prefers-color-scheme: dark) { :root { color-scheme: dark; ${variables('dark')} } }
}`;
}

function variables(scheme: Scheme): string {
  const colours = Object.entries(COLOURS[scheme]).map(([name, hex]) => `--v-theme-${name}: ${rgb(hex)};`);
  const others = Object.entries({ ...MEASURES, ...SHADES[scheme] }).map(
    ([name, value]) => `--v-${name}: ${String(value)};`,
  );
  return [...colours, ...others].join(' ');
}

/** `#17633b` as `23, 99, 59`, which Vuetify's own styles put into `rgb()` and `rgba()`. */
function rgb(hex: string): string {
  return [1, 3, 5].map((at) => String(Number.parseInt(hex.slice(at, at + 2), 16))).join(',');
}
