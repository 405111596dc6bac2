import { centered, rect, roundedBox, shape } from './canvas.mjs';
import { accentOf } from './brands.mjs';
import { darker, lightness, mixed } from './color.mjs';
import { fitted, textIn } from './text.mjs';

/** Space below the name. */
const GAP = 4;

const DARK_INK = '#33241a';
const PAPER = '#fffaf0';

/** Returns the ink that is readable on a color. */
export const inkOn = (color) => (lightness(color) > 0.6 ? DARK_INK : '#fffaf0');

/**
 * Prints a label into a rectangle: brand, name, a picture if there is room, and the net weight.
 *
 * @param {{ x: number, y: number, width: number, height: number }} space
 * @param {{ name: string, brand?: string, net?: string }} words
 * @param {{ paper: string, accent: string, art?: string, artShare?: number, panel?: string }} look colors of the paper, of
 *   what stands out on it, and of a panel behind the picture
 */
export function printed({ x, y, width, height }, words, { paper, accent, art, artShare = 0.44, panel }) {
  const { name, brand, net } = words;
  const ink = inkOn(paper);
  const brandHeight = brand === undefined ? 0 : Math.min(30, height * 0.16);
  const netHeight = net === undefined ? 0 : Math.min(36, height * 0.2);
  const between = height - brandHeight - netHeight;
  const artHeight = art === undefined ? 0 : between * artShare;
  const nameTop = y + brandHeight;
  const parts = [
    textIn(name, { x, y: nameTop, width, height: between - artHeight - GAP, max: 50, color: ink }),
  ];
  if (brand !== undefined) {
    const color = readable(accent, paper);
    parts.push(textIn(brand.toUpperCase(), { x, y, width, height: brandHeight, max: 22, min: 8, color }));
  }
  if (art !== undefined) {
    const top = nameTop + between - artHeight;
    if (panel !== undefined) parts.push(rect(x, top, width, artHeight + netHeight / 2, panel, 22));
    const size = Math.min(artHeight * (panel === undefined ? 1.06 : 1.1), width);
    parts.push(centered(art, x + width / 2, top + artHeight / 2, size));
  }
  if (net !== undefined)
    parts.push(
      badge(net, { x, y: y + height - netHeight, width, height: netHeight }, readable(accent, paper)),
    );
  return parts.join('');
}

/** A pill with the net weight, in the middle of a rectangle. */
function badge(net, { x, y, width, height }, color) {
  const max = height * 0.72;
  const padding = height * 0.4;
  const { width: textWidth } = fitted(net, { width: width - 2 * padding, height, max, min: 8 });
  const pill = textWidth + 2 * padding;
  return (
    rect(x + (width - pill) / 2, y, pill, height, color, height / 2) +
    textIn(net, { x: x + padding, y, width: width - 2 * padding, height, max, min: 8, color: inkOn(color) })
  );
}

/** Widest text of a tag that stays on one line, as its size in units. */
const ONE_LINE_SIZE = 29;

/** A paper tag for goods without a pack, with the name and the brand. */
export function tag({ name, brand }, { middle = 376, accent = accentOf({ brand }), width = 310 } = {}) {
  const space = { x: 240 - width / 2 + 16, width: width - 30 };
  const isShort = fitted(name, { ...space, height: 44, max: 38 }).size >= ONE_LINE_SIZE;
  const nameHeight = isShort ? 46 : 68;
  const height = nameHeight + (brand === undefined ? 14 : 32);
  const [x, y] = [240 - width / 2, middle - height / 2];
  return (
    shape(roundedBox(x + 3, y + 5, width, height, 10), '#2a1608', 'opacity="0.16"') +
    shape(roundedBox(x, y, width, height, 10), PAPER) +
    rect(x, y + 10, 7, height - 20, accent, 3) +
    textIn(name, { ...space, y: y + 6, height: nameHeight, max: 38, min: 14, color: DARK_INK }) +
    (brand === undefined
      ? ''
      : textIn(brand.toUpperCase(), {
          ...space,
          y: y + nameHeight + 5,
          height: 20,
          max: 18,
          color: readable(accent, PAPER),
        }))
  );
}

/** Returns a color, or one like it that can be read on the paper. */
export function readable(color, paper) {
  if (lightness(paper) < 0.6) return mixed(color, '#fff1cf', 0.88);
  let result = color;
  for (let step = 0; step < 8 && lightness(paper) - lightness(result) < 0.42; step += 1)
    result = darker(result, 0.18);
  return result;
}

/** Returns a pale paper that goes with a color. */
export const paperOf = (color) => mixed(color, '#fffdf6', 0.88);
