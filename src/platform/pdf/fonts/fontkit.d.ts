/** The used part of fontkit, which comes without types. */
declare module 'fontkit' {
  /** A shape of a font, and the characters that it stands for. */
  export interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
    readonly codePoints: readonly number[];
    /** Its outline, in units of the font. */
    readonly path: { toSVG(): string };
  }

  /** Where a glyph is drawn, in units of the font. */
  export interface GlyphPosition {
    readonly xAdvance: number;
    readonly yAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }

  /** A text as glyphs with their positions. */
  export interface GlyphRun {
    readonly glyphs: readonly Omit<Glyph, 'path'>[];
    readonly positions: readonly GlyphPosition[];
    readonly advanceWidth: number;
  }

  /** A parsed font. */
  export interface Font {
    readonly postscriptName: string;
    /** Code points of all its characters. */
    readonly characterSet: readonly number[];
    layout(text: string, features?: readonly string[]): GlyphRun;
    hasGlyphForCodePoint(codePoint: number): boolean;
    getGlyph(id: number): Glyph;
  }

  /** Parses a TrueType or OpenType font from the content of its file. */
  export function create(file: Uint8Array): Font;
}
