import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import { place, short } from './canvas.mjs';

/*
 * Text as outlines of Noto Sans, which also has Devanagari: a picture is the same on every machine, whatever fonts are
 * installed there.
 */

const resolver = createRequire(import.meta.url);
const FONTS = Object.fromEntries(
  Object.entries({ medium: '500Medium/NotoSans_500Medium', black: '800ExtraBold/NotoSans_800ExtraBold' }).map(
    ([name, file]) => [
      name,
      create(readFileSync(resolver.resolve(`@expo-google-fonts/noto-sans/${file}.ttf`))),
    ],
  ),
);
const LINE_HEIGHT = 1.08;
/** From the middle of a line to its baseline, in font sizes. */
const BASELINE = 0.36;

/** Widths of texts at a size of 1, since fitting asks for the same ones at many sizes. */
const widths = new Map();

function widthOf(text, font, size) {
  const key = `${font} ${text}`;
  const width = widths.get(key) ?? FONTS[font].layout(text).advanceWidth / FONTS[font].unitsPerEm;
  widths.set(key, width);
  return width * size;
}

/**
 * Breaks a text into lines, and finds the largest size at which it fits.
 *
 * @param {string} text
 * @param {{ width: number, height: number, max: number, min?: number, font?: string }} space
 * @returns {{ lines: string[], size: number, width: number, height: number }}
 * @throws {Error} if the text does not even fit at the smallest size
 */
export function fitted(text, { width, height, max, min = 11, font = 'black' }) {
  for (let size = max; size >= min; size -= 0.5) {
    const lines = balanced(text, width, font, size);
    const used = lines.length * size * LINE_HEIGHT;
    const widest = Math.max(...lines.map((words) => widthOf(words, font, size)));
    if (used <= height && widest <= width) return { lines, size, width: widest, height: used };
  }
  throw new Error(`"${text}" does not fit into ${short(width)} × ${short(height)}.`);
}

/** Draws a text in the middle of a rectangle that begins at (x, y). */
export function textIn(text, { x, y, width, height, max, min, font = 'black', color }) {
  const { lines, size } = fitted(text, { width, height, max, min, font });
  const top = y + (height - lines.length * size * LINE_HEIGHT) / 2;
  return lines
    .map((words, i) => {
      const baseline = top + (i + 0.5) * size * LINE_HEIGHT + size * BASELINE;
      return outlined(words, x + (width - widthOf(words, font, size)) / 2, baseline, { font, size, color });
    })
    .join('');
}

function outlined(words, x, y, { font, size, color }) {
  const { glyphs, positions } = FONTS[font].layout(words);
  const scale = size / FONTS[font].unitsPerEm;
  let pen = 0;
  const outlines = glyphs.map((glyph, i) => {
    const { xAdvance, xOffset, yOffset } = positions[i];
    const d = glyph.path
      .scale(scale, -scale)
      .translate((pen + xOffset) * scale, -yOffset * scale)
      .toSVG();
    pen += xAdvance;
    return d;
  });
  return place(`<path d="${outlines.join('')}" fill="${color}"/>`, { x, y });
}

/** Breaks a text into as few lines as possible, and these as evenly as possible. */
function balanced(text, width, font, size) {
  const count = broken(text, width, font, size).length;
  let best = broken(text, width, font, size);
  for (let narrower = width - 4; narrower > width / 2; narrower -= 4) {
    const lines = broken(text, narrower, font, size);
    if (lines.length > count) break;
    best = lines;
  }
  return best;
}

function broken(text, width, font, size) {
  const lines = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer, font, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
