import type { FontName } from './fonts.js';
import { wrap } from './wrap-text.js';

/** Colours of all printed documents. */
export const INK = '#1b2421';
export const MUTED = '#66736d';
export const ACCENT = '#23744a';
export const HAIRLINE = '#dde4e0';
export const TINT = '#f2f7f4';

/** Font, size and colour of a text. */
export interface Style {
  readonly font: FontName;
  /** In points. */
  readonly size: number;
  readonly colour: string;
}

export type Align = 'left' | 'right';

/** Position of a text: its upper left corner, and the width of its lines. All in points. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly align?: Align;
}

/** Line height, as a multiple of the font size. */
const LEADING = 1.4;
/** Height of the letters themselves, as a multiple of the font size. */
const LETTER_HEIGHT = 1.362;

/** Measures and draws on the current page of a document. */
export class PdfCanvas {
  constructor(private readonly document: PDFKit.PDFDocument) {}

  /** Returns the height of a number of lines, in points. */
  heightOf(lines: number, { size }: Style): number {
    return lines * size * LEADING;
  }

  /** Wraps a text into lines. */
  lines(text: string, width: number, style: Style): string[] {
    return wrap(text, width, (part) => this.widthOf(part, style));
  }

  /** Draws lines below each other, without wrapping them. */
  write(lines: readonly string[], { left, top, width, align = 'left' }: Place, style: Style): void {
    const offset = ((LEADING - LETTER_HEIGHT) / 2) * style.size;
    for (const [i, line] of lines.entries()) {
      const indent = align === 'right' ? width - this.widthOf(line, style) : 0;
      this.apply(style)
        .fillColor(style.colour)
        .text(line, left + indent, top + offset + this.heightOf(i, style), { lineBreak: false });
    }
  }

  /** Draws a text on one line, cut off with an ellipsis if it does not fit. */
  writeLine(text: string, place: Place, style: Style): void {
    const [line = '', ...rest] = this.lines(text, place.width, style);
    const [cut = ''] = this.lines(text, place.width - this.widthOf('…', style), style);
    this.write([rest.length === 0 ? line : `${cut}…`], place, style);
  }

  /** Draws a horizontal line. */
  rule(left: number, top: number, width: number, { colour = HAIRLINE, weight = 0.5 } = {}): void {
    this.document
      .moveTo(left, top)
      .lineTo(left + width, top)
      .lineWidth(weight)
      .strokeColor(colour)
      .stroke();
  }

  /** Fills a rectangle with rounded corners. */
  box(left: number, top: number, width: number, height: number, colour: string): void {
    this.document.roundedRect(left, top, width, height, 4).fillColor(colour).fill();
  }

  private widthOf(text: string, style: Style): number {
    return this.apply(style).widthOfString(text);
  }

  private apply({ font, size }: Style): PDFKit.PDFDocument {
    return this.document.font(font).fontSize(size);
  }
}
