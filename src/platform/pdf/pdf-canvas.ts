import type { FontName } from './fonts.js';
import { wrap } from './wrap-text.js';

/** The colours of everything that is printed. */
export const INK = '#1b2421';
export const MUTED = '#66736d';
export const ACCENT = '#23744a';
export const HAIRLINE = '#dde4e0';
export const TINT = '#f2f7f4';

/** How a text is set. */
export interface Style {
  readonly font: FontName;
  /** In points. */
  readonly size: number;
  readonly colour: string;
}

export type Align = 'left' | 'right';

/** Where a text stands: its upper left corner, and the width of its lines. All in points. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly align?: Align;
}

/** What one line of a text takes of the page, as a multiple of the font's size. */
const LEADING = 1.4;
/** What the letters themselves take of that. */
const LETTERS = 1.362;

/** Measures and draws on the page that a document is at. */
export class PdfCanvas {
  constructor(private readonly document: PDFKit.PDFDocument) {}

  /** The height of so many lines, in points. */
  heightOf(lines: number, { size }: Style): number {
    return lines * size * LEADING;
  }

  /** A text as the lines that it takes. */
  lines(text: string, width: number, style: Style): string[] {
    return wrap(text, width, (part) => this.widthOf(part, style));
  }

  /** Draws lines below each other, as they are. */
  write(lines: readonly string[], { left, top, width, align = 'left' }: Place, style: Style): void {
    const air = ((LEADING - LETTERS) / 2) * style.size;
    for (const [i, line] of lines.entries()) {
      const indent = align === 'right' ? width - this.widthOf(line, style) : 0;
      this.use(style)
        .fillColor(style.colour)
        .text(line, left + indent, top + air + this.heightOf(i, style), { lineBreak: false });
    }
  }

  /** Draws a text on one line: what there is no room for is cut off, and an ellipsis says so. */
  writeLine(text: string, place: Place, style: Style): void {
    const [line = '', ...rest] = this.lines(text, place.width, style);
    const [cut = ''] = this.lines(text, place.width - this.widthOf('…', style), style);
    this.write([rest.length === 0 ? line : `${cut}…`], place, style);
  }

  /** Draws a line across. */
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
    return this.use(style).widthOfString(text);
  }

  private use({ font, size }: Style): PDFKit.PDFDocument {
    return this.document.font(font).fontSize(size);
  }
}
