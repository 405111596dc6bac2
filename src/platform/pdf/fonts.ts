import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { create as createFont, Font, GlyphRun } from 'fontkit';
import { LRUCache } from 'lru-cache';

/** Noto Sans, which has Latin, Greek, Cyrillic and Devanagari letters and most currency signs. */
const FILES = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
} as const;

export type FontName = keyof typeof FILES;

/** Maximum number of cached words per font: a few megabytes. */
const MAX_CACHED_WORDS = 4000;

const resolver = createRequire(import.meta.url);
const openFonts = new Map<FontName, Font>();

/**
 * Returns a font, which is parsed on first use and cached. By itself, pdfkit would parse the file again for each document,
 * which takes over a tenth of a second.
 */
export function openFont(name: FontName): Font {
  const cached = openFonts.get(name);
  if (cached !== undefined) return cached;
  // Loaded with the first document, as pdfkit is.
  const { create } = resolver('fontkit') as { create: typeof createFont };
  const font = create(readFileSync(resolver.resolve(FILES[name])));
  font.layout = memoized(font.layout.bind(font));
  openFonts.set(name, font);
  return font;
}

/** Returns true if the fonts have a glyph for every character of a text. */
export function isPrintable(text: string): boolean {
  const font = openFont('regular');
  return Array.from(text).every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
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
