import type { Font, GlyphRun } from 'fontkit';
import { LRUCache } from 'lru-cache';
import { hasRightToLeft } from '../../common/bidi-text.js';
import { parseFont, type Weight } from './base-font.js';
import { readSlice, type FontSlice } from './font-slices.js';
import { shaperOf, type ShapedGlyph, type Shaper } from './shaper.js';
import { staticFont } from './static-font.js';

/** Weights as the fonts number them. */
const WEIGHTS: Readonly<Record<Weight, number>> = { regular: 400, bold: 700 };

/** Maximum number of fonts that are kept open: each takes a few hundred kilobytes. */
const MAX_OPEN_FONTS = 48;

const openFonts = new LRUCache<string, Font>({ max: MAX_OPEN_FONTS });

/** Returns the name of the font of a slice and a weight. */
export function sliceFontName({ name }: FontSlice, weight: Weight): string {
  return `${name}-${weight}`;
}

/** Opens the font of a slice. The fonts that were used last are kept open. */
export async function openSliceFont(slice: FontSlice, weight: Weight): Promise<Font> {
  const name = sliceFontName(slice, weight);
  const font = openFonts.get(name) ?? (await readFont(slice, weight));
  openFonts.set(name, font);
  return font;
}

async function readFont(slice: FontSlice, weight: Weight): Promise<Font> {
  const { default: decompress } = await import('woff2-encoder/decompress');
  const file = staticFont(await decompress(readSlice(slice)), WEIGHTS[weight]);
  const font = parseFont(file);
  // pdfkit takes fonts with the same name for the same font, and the slices of a font share its name.
  Object.defineProperty(font, 'postscriptName', { value: sliceFontName(slice, weight) });
  const shaper = shaperOf(file);
  font.layout = (text) => glyphRun(font, shaper, text);
  return font;
}

/**
 * Shapes a text for pdfkit: fontkit shapes several scripts wrongly, and fails on some words. Of the glyphs that draw letters
 * together, one has all their characters, so that programs read the text as it was written.
 */
function glyphRun(font: Font, shaper: Shaper, text: string): GlyphRun {
  const shaped = shaper(text);
  const spelled = spelledLetters(text, shaped);
  const glyphs = shaped.map((glyph) => {
    const codePoints = Array.from(spelled.get(glyph) ?? '', (character) => character.codePointAt(0) ?? 0);
    return { id: glyph.id, advanceWidth: font.getGlyph(glyph.id).advanceWidth, codePoints };
  });
  const positions = shaped.map(({ id: _, cluster: __, ...position }) => position);
  return {
    glyphs,
    positions,
    // pdfkit scales the positions in place.
    get advanceWidth() {
      return positions.reduce((width, { xAdvance }) => width + xAdvance, 0);
    },
  };
}

/**
 * Returns the glyphs that have characters: the first one of each group that takes up room, with those of the group. Programs
 * reverse what they read from right to left, so there the characters are in the order from left to right as well.
 */
function spelledLetters(text: string, shaped: readonly ShapedGlyph[]): ReadonlyMap<ShapedGlyph, string> {
  const glyphs = new Map<number, ShapedGlyph>();
  for (const glyph of shaped) {
    const chosen = glyphs.get(glyph.cluster);
    if (chosen === undefined || (chosen.xAdvance === 0 && glyph.xAdvance > 0))
      glyphs.set(glyph.cluster, glyph);
  }
  const starts = [...glyphs.keys()].sort((a, b) => a - b);
  const ends = new Map(starts.map((start, i) => [start, starts[i + 1]]));
  const isReversed = hasRightToLeft(text);
  const spelled = new Map<ShapedGlyph, string>();
  for (const [start, glyph] of glyphs) {
    const letters = text.slice(start, ends.get(start));
    spelled.set(glyph, isReversed ? Array.from(letters).reverse().join('') : letters);
  }
  return spelled;
}
