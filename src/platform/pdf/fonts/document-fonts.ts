import { setImmediate } from 'node:timers/promises';
import type { Font } from 'fontkit';
import { isInBaseFont, openBaseFont, type Weight } from './base-font.js';
import { fontsFor, isInSlice, isPicture, slicesOf, type FontSlice, type Region } from './font-slices.js';
import { openSliceFont, sliceFontName } from './slice-font.js';

/** A part of a text with the font that draws it. */
export interface FontPart {
  /** Name of the font in the document. */
  readonly font: string;
  readonly text: string;
  /** What a sign stands for that is drawn in place of a character. */
  readonly meaning?: string;
}

const PENDING = Symbol('not open yet');
/** Drawn in place of a character that no font has. */
const REPLACEMENT = '\ufffd';
/** Characters that change others and are not drawn themselves: joiners, selectors, tags. */
const UNDRAWN = /\p{Default_Ignorable_Code_Point}/gu;
/** Number of characters of a letter that are drawn. The longest in use have ten; more than that are marks upon marks. */
const MAX_DRAWN_CHARACTERS = 24;

/** The fonts of one document. It has the base font from the start, and further ones as its texts need them. */
export class DocumentFonts {
  private readonly opened = new Map<string, Font>();
  private readonly missing = new Map<string, { readonly slice: FontSlice; readonly weight: Weight }>();
  /** Number of letters that were left out because their font is not open. */
  private omissions = 0;
  private readonly chosen = new Map<string, readonly FontPart[]>();

  constructor(private readonly document: PDFKit.PDFDocument) {
    for (const weight of ['regular', 'bold'] as const) this.register(weight, openBaseFont(weight));
  }

  /**
   * Returns the fonts that draw a letter: a grapheme with its marks, or an emoji. If a font is not open yet, it is remembered
   * for {@link openMissing}, and the letter left out.
   *
   * @param region of the text around it
   */
  partsOf(letter: string, weight: Weight, region: Region): readonly FontPart[] {
    const fonts = fontsFor(letter, region);
    const key = `${weight} ${region} ${letter}`;
    const known = this.chosen.get(key);
    if (known !== undefined) return known;
    const omissions = this.omissions;
    const parts = this.choose(drawnPart(letter), weight, fonts);
    if (this.omissions === omissions) this.chosen.set(key, parts);
    return parts;
  }

  /**
   * Opens the fonts that a text has needed since the last call. Returns true if there were any: lay the texts out again. The order
   * of the fonts in the document does not depend on those that other documents have opened, so that the same invoice has the
   * same bytes.
   */
  async openMissing(): Promise<boolean> {
    const missing = [...this.missing];
    this.missing.clear();
    for (const [name, { slice, weight }] of missing) {
      const font = await openSliceFont(slice, weight);
      this.opened.set(name, font);
      this.register(name, font);
      // Opening one takes some milliseconds.
      await setImmediate();
    }
    return missing.length > 0;
  }

  private register(name: string, font: Font): void {
    // pdfkit also accepts a parsed font, although its types do not say so.
    this.document.registerFont(name, font as unknown as Buffer);
  }

  /** Chooses one font for the whole letter, or one for each of its characters. */
  private choose(letter: string, weight: Weight, fonts: readonly string[]): readonly FontPart[] {
    const whole = this.fontOf(letter, weight, fonts);
    if (whole === PENDING) return [];
    if (whole !== undefined) return [{ font: whole, text: letter }];
    return Array.from(letter.replace(UNDRAWN, '')).flatMap((character): FontPart[] => {
      const font = this.fontOf(character, weight, fonts);
      if (font === PENDING) return [];
      if (font !== undefined) return [{ font, text: character }];
      return [{ font: weight, text: REPLACEMENT, meaning: character }];
    });
  }

  /** Returns the name of the first font that has all characters of a letter; PENDING if it is not open. */
  private fontOf(
    letter: string,
    weight: Weight,
    fonts: readonly string[],
  ): string | typeof PENDING | undefined {
    const drawn = letter.replace(UNDRAWN, '');
    if (!isPicture(letter) && isInBaseFont(drawn)) return weight;
    const codePoints = Array.from(drawn, (character) => character.codePointAt(0) ?? 0);
    for (const slice of fonts.flatMap(slicesOf)) {
      if (!isInSlice(codePoints, slice)) continue;
      const name = sliceFontName(slice, weight);
      const font = this.opened.get(name);
      if (font === undefined) {
        this.missing.set(name, { slice, weight });
        this.omissions++;
        return PENDING;
      }
      if (codePoints.every((codePoint) => font.hasGlyphForCodePoint(codePoint))) return name;
    }
    return isInBaseFont(drawn) ? weight : undefined;
  }
}

function drawnPart(letter: string): string {
  return letter.length <= MAX_DRAWN_CHARACTERS
    ? letter
    : Array.from(letter).slice(0, MAX_DRAWN_CHARACTERS).join('');
}
