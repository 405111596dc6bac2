import { ASCENT, type Weight } from './fonts/base-font.js';
import { DocumentFonts } from './fonts/document-fonts.js';
import { LineLayout, type Line } from './text/line-layout.js';
import { toOneLine, wrap } from './text/wrap-text.js';
import { TextWriter } from './text/write-text.js';

/** Colours of all printed documents. */
export const INK = '#1b2421';
export const MUTED = '#66736d';
export const ACCENT = '#23744a';
export const HAIRLINE = '#dde4e0';
export const TINT = '#f2f7f4';

/** Font, size and colour of a text. */
export interface Style {
  readonly font: Weight;
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

/**
 * Measures and draws on the current page of a document. A text is laid out when the content is composed, because its fonts
 * may have to be opened first; drawing a page only places the lines.
 */
export class PdfCanvas {
  private readonly fonts: DocumentFonts;
  private readonly writer: TextWriter;

  constructor(private readonly document: PDFKit.PDFDocument) {
    this.fonts = new DocumentFonts(document);
    this.writer = new TextWriter(document);
  }

  /** Returns the height of a number of lines, in points. */
  heightOf(lines: number, { size }: Style): number {
    return lines * size * LEADING;
  }

  /** Wraps a text into lines. */
  lines(text: string, width: number, style: Style): Line[] {
    const whole = toOneLine(text);
    const layout = this.layoutOf(whole, style);
    return wrap(whole, width, (part) => layout.widthOf(part)).map((line) => layout.line(line));
  }

  /** Lays out a text on one line, cut off with an ellipsis if it does not fit. */
  singleLine(text: string, width: number, style: Style): readonly [Line] {
    const whole = toOneLine(text);
    const layout = this.layoutOf(whole, style);
    const measure = (part: string): number => layout.widthOf(part);
    if (measure(whole) <= width) return [layout.line(whole)];
    const [cut = ''] = wrap(whole, width - measure('…'), measure);
    return [layout.line(`${cut}…`)];
  }

  /** Draws lines below each other. */
  write(lines: readonly Line[], { left, top, width, align = 'left' }: Place, style: Style): void {
    this.document.fillColor(style.colour);
    const base = ((LEADING - LETTER_HEIGHT) / 2 + ASCENT) * style.size;
    for (const [i, line] of lines.entries()) {
      const indent = align === 'right' ? width - line.width : 0;
      this.writer.write(line, style.size, { x: left + indent, y: top + base + this.heightOf(i, style) });
    }
  }

  /**
   * Opens the fonts that the texts laid out so far need and that were not open. Returns true if there were any: the texts have
   * to be laid out again.
   */
  async openMissingFonts(): Promise<boolean> {
    return this.fonts.openMissing();
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

  private layoutOf(text: string, { font, size }: Style): LineLayout {
    const measure = (name: string, part: string): number =>
      this.document.font(name).fontSize(size).widthOfString(part);
    return new LineLayout(text, font, this.fonts, measure);
  }
}
