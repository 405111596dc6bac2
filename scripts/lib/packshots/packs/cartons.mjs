import { ellipse, faint, inside, line, rect, roundedBox, shape, solid } from '../art/canvas.mjs';
import { darker, lighter, mixed } from '../art/color.mjs';
import { paperOf, printed } from '../art/label.mjs';

/* Packs of cardboard. Each takes the words of its label, and its look. */

/**
 * A box, seen a little from the right and from above.
 *
 * @param {{ name: string, brand?: string, net?: string }} words
 * @param {{ color: string, accent: string, art?: string, panel?: string, x?: number, y?: number, width?: number, height?: number, depth?: number, artShare?: number }} look
 */
export function carton(words, look) {
  const {
    color,
    accent,
    art,
    panel = paperOf(color),
    x = 92,
    y = 74,
    width = 252,
    height = 356,
    depth = 48,
    artShare,
  } = look;
  const rise = depth * 0.55;
  const right = x + width;
  const bottom = y + height;
  return [
    shape(
      `M${right} ${y}L${right + depth} ${y - rise}V${bottom - rise}L${right} ${bottom}Z`,
      darker(color, 0.28),
    ),
    shape(`M${x} ${y}L${x + depth} ${y - rise}H${right + depth}L${right} ${y}Z`, lighter(color, 0.24)),
    rect(x, y, width, height, color),
    line(`M${x} ${y}H${right}V${bottom}`, lighter(color, 0.35), 2.5),
    printed({ x: x + 14, y: y + 12, width: width - 28, height: height - 24 }, words, {
      paper: color,
      accent,
      art,
      panel,
      artShare,
    }),
  ].join('');
}

/** A low box, wider than high. */
export const flatCarton = (words, look) =>
  carton(words, { x: 40, y: 196, width: 352, height: 220, depth: 56, ...look });

/** A long, thin box, as of toothpaste or incense. */
export const longCarton = (words, look) =>
  carton(words, { x: 28, y: 268, width: 386, height: 148, depth: 38, artShare: 0, ...look });

/** A brick of a liter with a cap. */
export function brick(words, { color, accent, art, panel = paperOf(color) }) {
  return [
    shape('M120 110L176 66H376L324 110Z', lighter(color, 0.4)),
    rect(226, 56, 46, 14, '#f4f4f0', 4),
    shape('M222 68H276V92H222Z', accent),
    ellipse(249, 68, 27, 8, lighter(accent, 0.3)),
    ellipse(249, 92, 27, 7, darker(accent, 0.2)),
    shape('M324 110L376 66V392L324 434Z', darker(color, 0.26)),
    rect(120, 110, 204, 324, color),
    line('M120 110H324V434', lighter(color, 0.35), 2.5),
    printed({ x: 132, y: 120, width: 180, height: 302 }, words, {
      paper: color,
      accent,
      art,
      panel,
      artShare: 0.48,
    }),
  ].join('');
}

/** A small carton with a straw. */
export function smallBrick(words, { color, accent, art, panel = paperOf(color) }) {
  return [
    line('M286 130L300 44L348 30', '#f4f0e6', 13),
    line('M286 130L300 44L348 30', accent, 3, 'stroke-dasharray="10 12"'),
    shape('M124 158L170 122H372L330 158Z', lighter(color, 0.4)),
    ellipse(286, 138, 14, 6, '#b9c2c6'),
    shape('M330 158L372 122V398L330 434Z', darker(color, 0.26)),
    rect(124, 158, 206, 276, color),
    line('M124 158H330V434', lighter(color, 0.35), 2.5),
    printed({ x: 136, y: 166, width: 182, height: 258 }, words, {
      paper: color,
      accent,
      art,
      panel,
      artShare: 0.46,
    }),
  ].join('');
}

/** A block that is wrapped in foil or paper, as of butter. */
export function wrappedBlock(words, { color, accent, art, panel }) {
  return [
    shape('M36 220L92 176H452L404 220Z', lighter(color, 0.4)),
    shape('M404 220L452 176V360L404 410Z', darker(color, 0.22)),
    shape('M404 220L428 290L404 410M452 176L428 290L452 360', darker(color, 0.12)),
    rect(36, 220, 368, 190, color),
    line('M36 220H404V410', lighter(color, 0.4), 2.5),
    printed({ x: 54, y: 228, width: 332, height: 174 }, words, {
      paper: color,
      accent,
      art,
      panel,
      artShare: 0,
    }),
    art ?? '',
  ].join('');
}

/** A box of sweets with its lid leaning behind it. */
export function sweetBox(contents, words, { color, accent }) {
  return [
    solid(roundedBox(52, 40, 376, 210, 14), color, { shift: 10 }),
    rect(64, 52, 352, 186, mixed(color, accent, 0.16), 8),
    printed({ x: 82, y: 58, width: 316, height: 166 }, words, { paper: color, accent }),
    shape('M28 300L66 236H414L452 300Z', darker(color, 0.45)),
    contents,
    solid('M24 318H456L440 420Q438 430 428 430H52Q42 430 40 420Z', color, { shift: 8 }),
    line('M32 340H448', accent, 6),
    faint(line('M40 410H440', darker(color, 0.4), 4), 0.4),
  ].join('');
}

/** A card with a thing on it, under a clear cover. */
export function blister(item, words, { color, accent, top = 0.42 }) {
  const split = 44 + 392 * top;
  return [
    solid(roundedBox(104, 44, 272, 392, 18), color, { shift: 8 }),
    rect(222, 54, 36, 12, darker(color, 0.45), 6),
    printed({ x: 120, y: 72, width: 240, height: split - 80 }, words, { paper: color, accent }),
    shape(roundedBox(122, split, 236, 424 - split, 22), '#ffffff', 'opacity="0.88"'),
    inside(roundedBox(122, split, 236, 424 - split, 22), item),
    faint(line(`M138 ${split + 24}V398`, '#ffffff', 8), 0.7),
  ].join('');
}
