import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { create as createFont, Font, GlyphRun } from 'fontkit';

/** Noto Sans, which has Latin, Greek, Cyrillic and Devanagari letters and the signs of most currencies. */
const FILES = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
} as const;

export type FontName = keyof typeof FILES;

/** Words of each font whose glyphs are kept: a few megabytes. */
const MAX_WORDS = 4000;

const resolver = createRequire(import.meta.url);
const opened = new Map<FontName, Font>();

/**
 * A font, read when it is first asked for and kept: what pdfkit does with a font's file by itself is to parse it for
 * each document again, which takes over a tenth of a second.
 */
export function openFont(name: FontName): Font {
  const known = opened.get(name);
  if (known !== undefined) return known;
  // Loaded for the first document, as pdfkit is.
  const { create } = resolver('fontkit') as { create: typeof createFont };
  const font = create(readFileSync(resolver.resolve(FILES[name])));
  font.layout = remembered(font.layout.bind(font));
  opened.set(name, font);
  return font;
}

/** Whether the fonts have a glyph for every character of a text. */
export function isPrintable(text: string): boolean {
  const font = openFont('regular');
  return Array.from(text).every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

/**
 * Finding a word's glyphs is most of the work of a document, and documents have most of their words in common. pdfkit
 * scales the positions that it is given in place, so it gets a copy.
 */
function remembered(layout: Font['layout']): Font['layout'] {
  const known = new Map<string, GlyphRun>();
  return (text, features) => {
    if (features !== undefined) return layout(text, features);
    const run = known.get(text) ?? layout(text);
    if (known.size >= MAX_WORDS) known.clear();
    known.set(text, run);
    const { glyphs, positions, advanceWidth } = run;
    return { glyphs, positions: positions.map((position) => ({ ...position })), advanceWidth };
  };
}
