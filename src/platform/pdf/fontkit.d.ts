/** The used part of fontkit, which comes without types. */
declare module 'fontkit' {
  /** A text as glyphs with their positions. */
  export interface GlyphRun {
    readonly glyphs: readonly object[];
    readonly positions: readonly object[];
    readonly advanceWidth: number;
  }

  /** A parsed font. */
  export interface Font {
    layout(text: string, features?: readonly string[]): GlyphRun;
    hasGlyphForCodePoint(codePoint: number): boolean;
  }

  /** Parses a TrueType or OpenType font from the content of its file. */
  export function create(file: Uint8Array): Font;
}
