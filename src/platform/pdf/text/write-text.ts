import type { Font, GlyphPosition, GlyphRun } from 'fontkit';
import { hasRightToLeft } from '../../common/bidi-text.js';
import type { Line, Piece } from './line-layout.js';

/** The used part of a font in a document of pdfkit. Positions are in thousandths of the font size. */
interface EmbeddedFont {
  readonly id: string;
  /** From units of the font to thousandths of its size. */
  readonly scale: number;
  readonly font: Font;
  /** The embedded glyphs: their numbers in the font, by their numbers in the document. */
  readonly subset: { readonly glyphs: number[] };
  /** Text and width of each embedded glyph. */
  readonly unicode: (readonly number[])[];
  readonly widths: number[];
  layout(text: string): {
    readonly glyphs: GlyphRun['glyphs'];
    readonly positions: readonly EmbeddedPosition[];
  };
  ref(): unknown;
}

interface EmbeddedPosition extends GlyphPosition {
  /** Width of the glyph itself, which differs where letters are kerned. */
  readonly advanceWidth: number;
}

/** Members of a document that the types of pdfkit lack. */
interface DocumentInternals {
  readonly _font: EmbeddedFont;
  readonly page: { readonly fonts: Record<string, unknown> };
  addContent(operators: string): void;
}

/** A glyph with its place in a piece, in thousandths of the font size. */
interface PlacedGlyph {
  readonly id: number;
  /** Of the text that it stands for; none if another glyph stands for it. */
  readonly codePoints: readonly number[];
  readonly advanceWidth: number;
  readonly left: number;
  /** Height above the base line. */
  readonly raise: number;
  /** True if it takes up no room of its own. */
  readonly isMark: boolean;
}

/** The code of a glyph in a document, with the text that it stands for. */
interface Code {
  readonly codePoints: readonly number[];
  readonly code: string;
}

/** A glyph on the page that has no text. */
interface Shape extends Start {
  readonly font: EmbeddedFont;
  readonly glyph: number;
}

/** Where a line starts: on its base line, in points from the upper left corner of the page. */
export interface Start {
  readonly x: number;
  readonly y: number;
}

/** Drawn for a character that a font lacks, in every font and document. */
const MISSING_GLYPH = 0;
const MISSING_CODE = '0000';
/** Last character that takes one unit of UTF-16. */
const MAX_UNIT = 0xffff;
/** Characters beyond the first 65,536, as emoji are. */
const ASTRAL = /[\u{10000}-\u{10ffff}]/u;

/** Writes texts to a document. */
export class TextWriter {
  private readonly codes = new Map<EmbeddedFont, Map<number, Code[]>>();

  constructor(private readonly document: PDFKit.PDFDocument) {}

  /**
   * Writes a line as one text object. If the glyphs of a piece do not spell it, because they are joined or reordered, the
   * document also states its text. pdfkit's own method can do neither exactly: its glyphs have one text each, and readers need
   * the statement inside the text object.
   */
  write({ pieces }: Line, size: number, { x, y }: Start): void {
    const shapes: Shape[] = [];
    this.add('BT');
    for (const piece of pieces) shapes.push(...this.writePiece(piece, size, { x: x + piece.left, y }));
    this.add('ET');
    for (const shape of shapes) this.drawShape(shape, size);
  }

  /** Writes the glyphs of a piece that have a text. Returns the others: programs would read numbers in their place. */
  private writePiece({ font: name, text, meaning }: Piece, size: number, start: Start): Shape[] {
    const { _font: font, page } = this.document.font(name) as unknown as DocumentInternals;
    page.fonts[font.id] ??= font.ref();
    const { glyphs, positions } = font.layout(text);
    const placed = placedGlyphs(glyphs, positions, meaning);
    const isStated = !hasRightToLeft(text) && !isSpelled(meaning ?? text, placed);
    const hasText = ({ codePoints }: PlacedGlyph): boolean => isStated || codePoints.length > 0;
    const written = placed.every(hasText) ? placed : placed.filter(hasText);
    const codes = written.map((glyph) => this.codeOf(font, glyph));
    this.add(`/${font.id} ${rounded(size)} Tf`);
    if (isStated) this.document.markContent('Span', { actual: text });
    this.add(operatorsOf(codes, written, size, start).join('\n'));
    if (isStated) this.document.endMarkedContent();
    if (written === placed) return [];
    return placed
      .filter((glyph) => !hasText(glyph))
      .map(({ id, left, raise }) => ({
        font,
        glyph: id,
        x: start.x + (left * size) / 1000,
        y: start.y - (raise * size) / 1000,
      }));
  }

  /** Draws a glyph as a shape without a text, such as the dots of an Arabic letter. */
  private drawShape({ font, glyph, x, y }: Shape, size: number): void {
    const scale = (size * font.scale) / 1000;
    const outline = font.font.getGlyph(glyph).path.toSVG();
    if (outline === '') return;
    this.document.save().translate(x, y).scale(scale, -scale).path(outline).fill().restore();
  }

  private add(operators: string): void {
    (this.document as unknown as DocumentInternals).addContent(operators);
  }

  /** Returns the code of a glyph with a text in the document. A glyph that is used for several texts has several. */
  private codeOf(font: EmbeddedFont, { id, codePoints, advanceWidth }: PlacedGlyph): string {
    if (id === MISSING_GLYPH) return MISSING_CODE;
    const glyphs = this.codes.get(font) ?? new Map<number, Code[]>();
    this.codes.set(font, glyphs);
    const codes = glyphs.get(id) ?? [];
    glyphs.set(id, codes);
    const known = codes.find((code) => isSame(code.codePoints, codePoints));
    if (known !== undefined) return known.code;
    const number = font.subset.glyphs.push(id) - 1;
    font.unicode[number] = codePoints;
    font.widths[number] = advanceWidth;
    const code = number.toString(16).padStart(4, '0');
    codes.push({ codePoints, code });
    return code;
  }
}

function isSame(some: readonly number[], others: readonly number[]): boolean {
  return some === others || (some.length === others.length && some.every((value, i) => value === others[i]));
}

/** Places glyphs after each other, in thousandths of the font size. */
function placedGlyphs(
  glyphs: GlyphRun['glyphs'],
  positions: readonly EmbeddedPosition[],
  meaning: string | undefined,
): PlacedGlyph[] {
  const replaced = meaning === undefined ? undefined : [meaning.codePointAt(0) ?? 0];
  let next = 0;
  return positions.map(({ xAdvance, xOffset, yOffset, advanceWidth }, i) => {
    const left = next + xOffset;
    next += xAdvance;
    const { id, codePoints } = glyphs[i] ?? { id: MISSING_GLYPH, codePoints: [] };
    return {
      id,
      codePoints: replaced ?? codePoints,
      advanceWidth,
      left,
      raise: yOffset,
      isMark: xAdvance === 0,
    };
  });
}

/**
 * Returns true if programs that read glyph by glyph, in their place on the page, read the text. Some do not read emoji in a
 * statement, so these only have to be in their order.
 */
function isSpelled(text: string, glyphs: readonly PlacedGlyph[]): boolean {
  let isInPlace = true;
  let index = 0;
  for (const { isMark, raise, codePoints } of glyphs) {
    if (isMark || raise !== 0 || codePoints.length === 0) isInPlace = false;
    for (const codePoint of codePoints) {
      if (text.codePointAt(index) !== codePoint) return false;
      index += codePoint > MAX_UNIT ? 2 : 1;
    }
  }
  return index === text.length && (isInPlace || ASTRAL.test(text));
}

/**
 * Returns operators that show glyphs: first those on the base line, which programs read as one text, then those above or
 * below it. The page's y axis points down, so the text is turned upside down again.
 */
function operatorsOf(
  codes: readonly string[],
  glyphs: readonly PlacedGlyph[],
  size: number,
  { x, y }: Start,
): string[] {
  const raised: string[] = [];
  let shown = '';
  /** Where the next glyph would be shown without an adjustment. */
  let cursor = 0;
  for (const [i, { left, raise, advanceWidth }] of glyphs.entries()) {
    const code = codes[i] ?? '';
    if (raise !== 0) {
      raised.push(movedTo(x + (left * size) / 1000, y - (raise * size) / 1000), `[<${code}>] TJ`);
      continue;
    }
    const adjustment = rounded(cursor - left);
    shown += adjustment === 0 ? code : `> ${adjustment} <${code}`;
    cursor = left + advanceWidth;
  }
  return [movedTo(x, y), `[<${shown}>] TJ`, ...raised];
}

function movedTo(x: number, y: number): string {
  return `1 0 0 -1 ${rounded(x)} ${rounded(y)} Tm`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
