import { call, loadHarfBuzz, openFace, tagOf, type HarfBuzz } from './harfbuzz.js';

let library: HarfBuzz | undefined;

/**
 * Fixes the weight of a variable font: a PDF can only embed static ones.
 *
 * @param file a TrueType font with the axis `wght`
 * @param weight such as 400
 * @throws {Error} if the file is not such a font
 */
export function staticFont(file: Uint8Array, weight: number): Uint8Array {
  const subset = (library ??= loadHarfBuzz('harfbuzz-subset'));
  const face = openFace(subset, file);
  const input = call(subset, 'hb_subset_input_create_or_fail');
  call(subset, 'hb_subset_input_keep_everything', input);
  call(subset, 'hb_subset_input_pin_axis_location', input, face, tagOf('wght'), weight);
  const fixed = call(subset, 'hb_subset_or_fail', face, input);
  call(subset, 'hb_subset_input_destroy', input);
  call(subset, 'hb_face_destroy', face);
  if (fixed === 0) throw new Error('HarfBuzz cannot fix the weight of the font');
  const blob = call(subset, 'hb_face_reference_blob', fixed);
  call(subset, 'hb_face_destroy', fixed);
  const start = call(subset, 'hb_blob_get_data', blob, 0);
  const bytes = new Uint8Array(subset.memory.buffer).slice(
    start,
    start + call(subset, 'hb_blob_get_length', blob),
  );
  call(subset, 'hb_blob_destroy', blob);
  return bytes;
}
