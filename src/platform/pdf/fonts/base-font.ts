import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { create as createFont, Font, GlyphRun } from 'fontkit';
import { LRUCache } from 'lru-cache';

/** Noto Sans, which has Latin, Greek, Cyrillic and Devanagari letters and most currency signs. */
const FILES = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
} as const;

/** Weight of a text. Each is a font of its own. */
export type Weight = keyof typeof FILES;

/** Distance of the base line from the top of the letters, as a multiple of the font size. */
export const ASCENT = 1.069;

/** Maximum number of cached words per font: a few megabytes. */
const MAX_CACHED_WORDS = 4000;

/** Printable ASCII, which is most of all text. */
const ASCII = /^[ -~]*$/;

const resolver = createRequire(import.meta.url);
const openFonts = new Map<Weight, Font>();
let characters: ReadonlySet<number> | undefined;

/**
 * Returns the base font, which is parsed on first use and cached. By itself, pdfkit would parse the file again for each
 * document, which takes over a tenth of a second.
 */
export function openBaseFont(weight: Weight): Font {
  const cached = openFonts.get(weight);
  if (cached !== undefined) return cached;
  const font = parseFont(readFileSync(resolver.resolve(FILES[weight])));
  font.layout = memoized(font.layout.bind(font));
  openFonts.set(weight, font);
  return font;
}

/** Returns true if the base font has a glyph for every character of a text. */
export function isInBaseFont(text: string): boolean {
  if (ASCII.test(text)) return true;
  characters ??= new Set(openBaseFont('regular').characterSet);
  for (const character of text) if (!characters.has(character.codePointAt(0) ?? 0)) return false;
  return true;
}

/** Parses the content of a font file. */
export function parseFont(file: Uint8Array): Font {
  // Loaded with the first document, as pdfkit is.
  const { create } = resolver('fontkit') as { create: typeof createFont };
  return create(file);
}

/**
 * Caches the glyphs of words: finding them is most of the work of a document, and documents share most of their words.
 * pdfkit scales the positions in place, so it gets a copy.
 */
function memoized(layout: Font['layout']): Font['layout'] {
  const runs = new LRUCache<string, GlyphRun>({ max: MAX_CACHED_WORDS });
  return (text, features) => {
    if (features !== undefined) return layout(text, features);
    const run = runs.get(text) ?? layout(text);
    runs.set(text, run);
    const { glyphs, positions, advanceWidth } = run;
    return { glyphs, positions: positions.map((position) => ({ ...position })), advanceWidth };
  };
}
