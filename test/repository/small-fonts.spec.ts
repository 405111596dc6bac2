import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFont } from '../../src/platform/pdf/fonts/base-font.js';

const STYLES = join(__dirname, '../../ui-common/src/styles');
const LANGUAGES = join(__dirname, '../../ui-common/src/languages.ts');

interface FontFace {
  readonly file: string;
  readonly codePoints: readonly number[];
}

const css = readFileSync(join(STYLES, 'fonts.css'), 'utf8');
const faces = [...css.matchAll(/@font-face \{(?<face>[^}]+)\}/g)].flatMap(({ groups }) =>
  faceOf(groups?.['face'] ?? ''),
);

function faceOf(face: string): FontFace[] {
  const file = /url\('(?<file>[^']+)'\)/.exec(face)?.groups?.['file'];
  const ranges = /unicode-range:(?<ranges>[^;]+);/.exec(face)?.groups?.['ranges'];
  if (file === undefined || ranges === undefined) return [];
  return [{ file, codePoints: ranges.split(',').flatMap((range) => codePointsOf(range.trim())) }];
}

/** @param range such as U+2013-2014 */
function codePointsOf(range: string): number[] {
  const [first = NaN, last = first] = range
    .slice('U+'.length)
    .split('-')
    .map((part) => parseInt(part, 16));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const smallFonts = faces.filter(({ file }) => file.startsWith('./fonts/'));

describe('the fonts of the front ends', () => {
  it.each(['figtree-basic.woff2', 'figtree-rupee.woff2'])('%s has each letter of its range', (name) => {
    const { file, codePoints } = smallFonts.find((face) => face.file.endsWith(name)) as FontFace;
    const font = parseFont(readFileSync(join(STYLES, file)));
    expect(codePoints.filter((codePoint) => !font.hasGlyphForCodePoint(codePoint))).toEqual([]);
  });

  it('have the letters of each name of a language that is not written in Latin letters', () => {
    const font = parseFont(readFileSync(join(STYLES, 'fonts/language-names.woff2')));
    const letters = [...readFileSync(LANGUAGES, 'utf8')].filter((letter) => letter > '\u00ff');
    expect(letters).not.toEqual([]);
    expect(letters.filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('of Figtree share no letter: browsers would fetch the files of both', () => {
    const figtree = faces
      .filter(({ file }) => file.includes('figtree'))
      .flatMap(({ codePoints }) => codePoints);
    expect(figtree.length).toBeGreaterThan(500);
    expect(figtree.filter((codePoint, index) => figtree.indexOf(codePoint) !== index)).toEqual([]);
  });
});
