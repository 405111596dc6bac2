import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create as parseFont } from 'fontkit';
import subsetFont from 'subset-font';
import { inRoot } from '../root.mjs';
import { generatedSource } from './front-end-sources.mjs';

const require = createRequire(import.meta.url);

/*
 * The letters of nearly every page, in small files: a page shows its texts earlier when it need not wait for the letters of all
 * languages. Their ranges are those of ui-common/src/styles/fonts.css, which has files for all other letters.
 */
const ASCII = Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) => String.fromCodePoint(0x20 + index));
const PUNCTUATION = '\u00a0£·×–—‘’“”…€−';
const LANGUAGES = 'ui-common/src/languages.ts';
const LANGUAGE_FONT = 'language-names.woff2';
/** The name of Hindi. */
const HINDI = readFileSync(inRoot(LANGUAGES), 'utf8')
  .match(/\p{Script=Devanagari}+/gu)
  .join('');
const FONTS = {
  'figtree-basic.woff2': {
    source: '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
    text: ASCII.join('') + PUNCTUATION,
  },
  'figtree-rupee.woff2': {
    source: '@fontsource-variable/figtree/files/figtree-latin-ext-wght-normal.woff2',
    text: '₹',
  },
  [LANGUAGE_FONT]: {
    source:
      '@fontsource-variable/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-wght-normal.woff2',
    text: HINDI,
    variationAxes: { wght: 600 },
  },
};

export const FONT_NAMES = Object.keys(FONTS);

/** Returns a font of the front ends with few letters (WOFF2). @param {string} name one of `FONT_NAMES` */
export function smallFont(name) {
  const { source, text, ...options } = FONTS[name];
  return subsetFont(readFileSync(require.resolve(source)), text, { targetFormat: 'woff2', ...options });
}

/** Units of the drawing per em. */
const DRAWING_UNITS = 100;

/**
 * Returns the source of the front ends' `language-drawings.ts`: the name of Hindi as an outline, on the baseline. The switch to
 * Hindi is on each page, and browsers take long to find a font for a script that the page does not use otherwise.
 */
export async function languageDrawingsSource() {
  const font = parseFont(await smallFont(LANGUAGE_FONT));
  const scale = DRAWING_UNITS / font.unitsPerEm;
  const { glyphs, positions, advanceWidth } = font.layout(HINDI);
  let x = 0;
  const outlines = glyphs.map(({ path }, index) => {
    const { xOffset, yOffset, xAdvance } = positions[index];
    const outline = path
      .translate(x + xOffset, yOffset)
      .scale(scale, -scale)
      .toSVG();
    x += xAdvance;
    return outline;
  });
  const path = outlines.join('').replace(/-?\d+\.\d+/g, (number) => Math.round(number));
  return generatedSource(
    LANGUAGES,
    `/** Outlines on the baseline, in units of ${DRAWING_UNITS} per em. */
    export const LANGUAGE_DRAWINGS = { hi: { width: ${Math.ceil(advanceWidth * scale)}, path: '${path}' } } as const;`,
  );
}
