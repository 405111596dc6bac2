import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A file with some characters of a font. A font of Chinese has a hundred of them. */
export interface FontSlice {
  /** Unique, such as `noto-sans-sc-119`. */
  readonly name: string;
  /** Path inside its package. */
  readonly file: string;
  /** First and last code points of the ranges that it covers, in turns. */
  readonly ranges: readonly number[];
}

const SCOPE = '@fontsource-variable';

/** Fonts of one script each, of which the base font has no letter. */
const SCRIPT_FONTS = [
  'noto-sans-bengali',
  'noto-sans-gurmukhi',
  'noto-sans-gujarati',
  'noto-sans-oriya',
  'noto-sans-tamil',
  'noto-sans-telugu',
  'noto-sans-kannada',
  'noto-sans-malayalam',
  'noto-sans-sinhala',
  'noto-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-thai',
  'noto-sans-lao',
  'noto-sans-khmer',
  'noto-sans-myanmar',
  'noto-serif-tibetan',
  'noto-sans-meetei-mayek',
  'noto-sans-ol-chiki',
  'noto-sans-thaana',
  'noto-sans-armenian',
  'noto-sans-georgian',
  'noto-sans-ethiopic',
] as const;

export type Region = 'sc' | 'jp' | 'kr';

const PICTURE_FONTS = ['noto-emoji', 'noto-sans-symbols'];
const FONTS_BY_REGION: Readonly<Record<Region, readonly string[]>> = {
  sc: fontsInOrder('sc', 'jp', 'kr'),
  jp: fontsInOrder('jp', 'sc', 'kr'),
  kr: fontsInOrder('kr', 'sc', 'jp'),
};

/** Parts of the fonts that the base font has as well. */
const IN_BASE_FONT = /^(?:latin|cyrillic|greek|vietnamese|devanagari)/;

/** An emoji that is shown as a picture: by itself, by a selector, as a keycap or a flag. */
const PICTURE = /\p{Emoji_Presentation}|\ufe0f|\u20e3/u;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const KOREAN = /\p{Script=Hangul}/u;

const resolver = createRequire(import.meta.url);
const slicesByFont = new Map<string, readonly FontSlice[]>();

/** Returns true if a text has an emoji that is shown as a picture, even if the base font has its characters. */
export function isPicture(text: string): boolean {
  return PICTURE.test(text);
}

/**
 * Returns the region by which a text draws the characters that Chinese, Japanese and Korean share: each draws some of them
 * differently.
 */
export function regionOf(text: string): Region {
  if (JAPANESE.test(text)) return 'jp';
  return KOREAN.test(text) ? 'kr' : 'sc';
}

/** Returns the fonts to look for a letter in, the best first. */
export function fontsFor(letter: string, region: Region): readonly string[] {
  return isPicture(letter) ? PICTURE_FONTS : FONTS_BY_REGION[region];
}

/** Returns the slices of a font, in which a letter may be. */
export function slicesOf(font: string): readonly FontSlice[] {
  const known = slicesByFont.get(font) ?? readSlices(font);
  slicesByFont.set(font, known);
  return known;
}

/** Returns true if a slice has all these characters, by the table of its package. */
export function isInSlice(codePoints: readonly number[], { ranges }: FontSlice): boolean {
  return codePoints.every((codePoint) => {
    for (let i = 0; i < ranges.length; i += 2)
      if (codePoint >= (ranges[i] ?? 0) && codePoint <= (ranges[i + 1] ?? 0)) return true;
    return false;
  });
}

/** Reads the file of a slice: a variable font in WOFF2. */
export function readSlice({ file }: FontSlice): Buffer {
  return readFileSync(resolver.resolve(`${SCOPE}/${file}`));
}

/** Reads the table of a package: `{ "[119]": "U+4e00,U+4e10-4e1f", … }`. */
function readSlices(font: string): readonly FontSlice[] {
  const table: unknown = JSON.parse(readFileSync(resolver.resolve(`${SCOPE}/${font}/unicode.json`), 'utf8'));
  return Object.entries(table as Record<string, string>)
    .filter(([part]) => !IN_BASE_FONT.test(part))
    .map(([part, ranges]) => {
      const name = `${font}-${part.replace(/[[\]]/g, '')}`;
      return { name, file: `${font}/files/${name}-wght-normal.woff2`, ranges: parseRanges(ranges) };
    });
}

function fontsInOrder(...regions: readonly Region[]): readonly string[] {
  return [
    ...SCRIPT_FONTS,
    ...regions.map((region) => `noto-sans-${region}`),
    'noto-sans-symbols',
    'noto-emoji',
  ];
}

function parseRanges(ranges: string): number[] {
  return ranges.split(',').flatMap((range) => {
    const [first = '', last = first] = range.replace('U+', '').split('-');
    return [parseInt(first, 16), parseInt(last, 16)];
  });
}
