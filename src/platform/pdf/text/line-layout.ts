import { hasRightToLeft } from '../../common/bidi-text.js';
import { isInBaseFont, type Weight } from '../fonts/base-font.js';
import type { DocumentFonts, FontPart } from '../fonts/document-fonts.js';
import { isPicture, regionOf, type Region } from '../fonts/font-slices.js';
import { lettersOf } from './letters.js';
import { directionOf, isBidirectional, mirrored, visualOrder, type Direction } from './visual-order.js';

/** A part of a line in one font, which is drawn at once. */
export interface Piece extends FontPart {
  /** Distance from the left end of the line. */
  readonly left: number;
}

/** A line that is ready to be drawn. */
export interface Line {
  /** In points. */
  readonly width: number;
  /** From left to right. */
  readonly pieces: readonly Piece[];
}

/** What a line inherits from the whole text. */
interface Setting {
  readonly direction: Direction;
  readonly region: Region;
}

interface Part extends FontPart {
  readonly level: number;
  readonly place: number;
}

const INVISIBLE = /^\p{Default_Ignorable_Code_Point}*$/u;

/** Lays out lines of one text, in a weight and a size. */
export class LineLayout {
  private readonly setting: Setting;
  private readonly widths = new Map<string, number>();

  /**
   * @param text the whole text, whose direction and region its lines have
   * @param measure returns the width of a text in a font, in points
   */
  constructor(
    text: string,
    private readonly weight: Weight,
    private readonly fonts: DocumentFonts,
    private readonly measure: (font: string, text: string) => number,
  ) {
    this.setting = { direction: directionOf(text), region: regionOf(text) };
  }

  /** Returns the width of a part of the text on one line, in points. */
  widthOf(text: string): number {
    const known = this.widths.get(text);
    if (known !== undefined) return known;
    const parts = isPlain(text) ? [{ font: this.weight, text }] : this.parts(text);
    const width = parts.reduce((sum, part) => sum + this.measure(part.font, part.text), 0);
    this.widths.set(text, width);
    return width;
  }

  /** Lays out a line. */
  line(text: string): Line {
    if (text === '') return { width: 0, pieces: [] };
    if (isPlain(text)) {
      return { width: this.widthOf(text), pieces: [{ font: this.weight, text, left: 0 }] };
    }
    let width = 0;
    const pieces = this.parts(text)
      .toSorted((a, b) => a.place - b.place)
      .map(({ font, text: drawn, meaning }): Piece => {
        const left = width;
        width += this.measure(font, drawn);
        return { font, text: drawn, meaning, left };
      });
    return { width, pieces };
  }

  /** Splits a line where the font or the direction changes, and the letters from right to left at spaces. */
  private parts(line: string): Part[] {
    const order = isBidirectional(line) ? visualOrder(line, this.setting.direction) : undefined;
    const parts: Part[] = [];
    let index = 0;
    for (const letter of lettersOf(line)) {
      const level = order?.levels[index] ?? 0;
      const place = order?.places[index] ?? index;
      index += letter.length;
      if (INVISIBLE.test(letter)) continue;
      for (const part of this.fonts.partsOf(letter, this.weight, this.setting.region))
        append(parts, { ...part, level, place }, part.font !== this.weight);
    }
    return parts;
  }
}

/** Joins a letter to the part before it if both are drawn at once. */
function append(parts: Part[], letter: Part, isShaped: boolean): void {
  const last = parts.at(-1);
  const isReversed = letter.level % 2 === 1;
  const isJoined =
    last?.font === letter.font &&
    last.level === letter.level &&
    (last.meaning ?? letter.meaning) === undefined &&
    (!isReversed || (isShaped && hasRightToLeft(letter.text)));
  if (!isJoined) {
    parts.push(isReversed ? { ...letter, text: mirrored(letter.text) } : letter);
    return;
  }
  const place = Math.min(last.place, letter.place);
  parts[parts.length - 1] = { ...last, text: last.text + letter.text, place };
}

/** Returns true if the base font draws a text from left to right, as it draws most. */
function isPlain(text: string): boolean {
  return isInBaseFont(text) && !isBidirectional(text) && !isPicture(text);
}
