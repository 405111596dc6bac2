/** The little that is used of fontkit, which comes without types. */
declare module 'fontkit' {
  /** A font whose tables were read. */
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
  }

  /** Opens a TrueType or OpenType font that was read from its file. */
  export function create(file: Uint8Array): Font;
}
