/** The little that is used of fontkit, which comes without types. */
declare module 'fontkit' {
  /** A text as glyphs, and where each stands. */
  export interface GlyphRun {
    readonly glyphs: readonly object[];
    readonly positions: readonly object[];
    readonly advanceWidth: number;
  }

  /** A font whose tables were read. */
  export interface Font {
    layout(text: string, features?: readonly string[]): GlyphRun;
    hasGlyphForCodePoint(codePoint: number): boolean;
  }

  /** Opens a TrueType or OpenType font that was read from its file. */
  export function create(file: Uint8Array): Font;
}
