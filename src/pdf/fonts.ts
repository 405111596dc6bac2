import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/** Noto Sans, which has Latin, Greek, Cyrillic and Devanagari letters and the signs of most currencies. */
const FILES = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
} as const;

export type FontName = keyof typeof FILES;

const resolver = createRequire(import.meta.url);
const opened = new Map<FontName, Font>();

/**
 * A font, read when it is first asked for and kept: what pdfkit does with a font's file by itself is to parse it for
 * each document again, which takes over a tenth of a second.
 */
export function openFont(name: FontName): Font {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const font = create(readFileSync(resolver.resolve(FILES[name])));
  opened.set(name, font);
  return font;
}

/** Whether the fonts have a glyph for every character of a text. */
export function isPrintable(text: string): boolean {
  const font = openFont('regular');
  return Array.from(text).every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}
