import { call, loadHarfBuzz, openFace, type HarfBuzz } from './harfbuzz.js';

/** A glyph of a shaped text, in the order and with the offsets in which it is drawn. In units of the font. */
export interface ShapedGlyph {
  readonly id: number;
  /** Index of the first character of the letters that it draws, alone or with other glyphs. */
  readonly cluster: number;
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** Converts a text of one script to glyphs. */
export type Shaper = (text: string) => ShapedGlyph[];

/** Numbers of hb_glyph_info_t and hb_glyph_position_t. */
const FIELDS = 5;

let library: HarfBuzz | undefined;
const abandoned = new FinalizationRegistry<number>((font) => {
  if (library !== undefined) call(library, 'hb_font_destroy', font);
});

/**
 * Returns a function that shapes texts with a font: it joins, reorders and stacks letters as their script requires. Its
 * memory is released when the function is no longer referenced.
 *
 * @param file a static TrueType font
 */
export function shaperOf(file: Uint8Array): Shaper {
  const harfbuzz = (library ??= loadHarfBuzz('harfbuzz'));
  const face = openFace(harfbuzz, file);
  const font = call(harfbuzz, 'hb_font_create', face);
  call(harfbuzz, 'hb_face_destroy', face);
  const shaper: Shaper = (text) => shape(harfbuzz, font, text);
  abandoned.register(shaper, font);
  return shaper;
}

function shape(harfbuzz: HarfBuzz, font: number, text: string): ShapedGlyph[] {
  const buffer = call(harfbuzz, 'hb_buffer_create');
  addText(harfbuzz, buffer, text);
  call(harfbuzz, 'hb_buffer_guess_segment_properties', buffer);
  call(harfbuzz, 'hb_shape', font, buffer, 0, 0);
  const count = call(harfbuzz, 'hb_buffer_get_length', buffer);
  const numbersAt = (start: number): Int32Array =>
    new Int32Array(harfbuzz.memory.buffer, start, count * FIELDS).slice();
  const infos = numbersAt(call(harfbuzz, 'hb_buffer_get_glyph_infos', buffer, 0));
  const positions = numbersAt(call(harfbuzz, 'hb_buffer_get_glyph_positions', buffer, 0));
  call(harfbuzz, 'hb_buffer_destroy', buffer);
  return Array.from({ length: count }, (_, i) => {
    const [id = 0, , cluster = 0] = infos.subarray(i * FIELDS);
    const [xAdvance = 0, yAdvance = 0, xOffset = 0, yOffset = 0] = positions.subarray(i * FIELDS);
    return { id, cluster, xAdvance, yAdvance, xOffset, yOffset };
  });
}

function addText(harfbuzz: HarfBuzz, buffer: number, text: string): void {
  const bytes = Buffer.from(text, 'utf16le');
  const copy = harfbuzz.malloc(bytes.length);
  new Uint8Array(harfbuzz.memory.buffer).set(bytes, copy);
  call(harfbuzz, 'hb_buffer_add_utf16', buffer, copy, text.length, 0, text.length);
  harfbuzz.free(copy);
}
