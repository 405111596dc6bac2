import { darker, lighter } from './color.mjs';

/*
 * The pieces of all drawings, as SVG markup. A drawing is a text of markup in a square of 480 units, so that it can be
 * placed at any size in another one.
 */

/** Width and height of the square in which everything is drawn. */
export const SIDE = 480;

/** Returns a number as short as the eye needs it. */
export const short = (number) => String(Math.round(number * 10) / 10);

/** A closed shape. */
export const shape = (d, fill, attributes = '') => `<path d="${d}" fill="${fill}" ${attributes}/>`;

/** A line with round ends. */
export const line = (d, color, width, attributes = '') =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${attributes}/>`;

/** An ellipse around (x, y), turned by degrees. */
export const ellipse = (x, y, rx, ry, fill, turn = 0) =>
  `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(rx)}" ry="${short(ry)}" fill="${fill}"${
    turn === 0 ? '' : ` transform="rotate(${short(turn)} ${short(x)} ${short(y)})"`
  }/>`;

/** A circle around (x, y). */
export const circle = (x, y, r, fill) => ellipse(x, y, r, r, fill);

/** A rectangle, with round corners if `r` is given. */
export const rect = (x, y, width, height, fill, r = 0) =>
  `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" rx="${r}" fill="${fill}"/>`;

/** Makes a drawing see-through. */
export const faint = (art, opacity) => `<g opacity="${opacity}">${art}</g>`;

/** Moves, turns (around its own origin), scales and mirrors a drawing. */
export function place(art, { x = 0, y = 0, scale = 1, turn = 0, flip = false }) {
  const sx = flip ? -scale : scale;
  return `<g transform="translate(${short(x)} ${short(y)}) rotate(${short(turn)}) scale(${sx.toFixed(3)} ${scale.toFixed(3)})">${art}</g>`;
}

/** Makes a drawing narrower or lower, around the middle of the canvas. */
export const stretched = (art, x, y) =>
  `<g transform="translate(${short(240 * (1 - x))} ${short(240 * (1 - y))}) scale(${x} ${y})">${art}</g>`;

/** Puts the middle of a drawing at a point, `size` units wide. */
export const centered = (art, x, y, size, { turn = 0, flip = false } = {}) => {
  const scale = size / SIDE;
  return place(place(art, { x: -240, y: -240 }), { x, y, scale, turn, flip });
};

/** Cuts a drawing off at the outline `d`. */
export function inside(d, art) {
  const id = `c${nameOf(d)}`;
  return `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${art}</g>`;
}

/** A shape whose color changes from the top to the bottom, or from the left to the right. */
export function faded(d, colors, across = false) {
  const id = `g${nameOf(`${d}${colors.join('')}`)}`;
  const stops = colors.map(
    (color, i) => `<stop offset="${short((i / (colors.length - 1)) * 100)}%" stop-color="${color}"/>`,
  );
  const direction = across ? 'x2="1" y2="0"' : 'x2="0" y2="1"';
  return `<linearGradient id="${id}" ${direction}>${stops.join('')}</linearGradient>${shape(d, `url(#${id})`)}`;
}

/** A shape with a shaded side to the lower right, and its light from the upper left. */
export function solid(d, color, { shift = 12, dark = 0.17 } = {}) {
  return shape(d, darker(color, dark)) + inside(d, place(shape(d, color), { x: -shift, y: -shift * 0.8 }));
}

/** A round thing with a shaded side and a highlight. */
export function ball(x, y, r, color, { shine = 0.45 } = {}) {
  return (
    solid(round(x, y, r, r), color, { shift: r * 0.16 }) +
    ellipse(x - r * 0.38, y - r * 0.42, r * 0.26, r * 0.16, lighter(color, shine), -35)
  );
}

/** The outline of an ellipse. */
export const round = (x, y, rx, ry) =>
  `M${short(x - rx)} ${short(y)}a${short(rx)} ${short(ry)} 0 1 0 ${short(rx * 2)} 0a${short(rx)} ${short(ry)} 0 1 0 ${short(-rx * 2)} 0Z`;

/** The outline of a rectangle with round corners. */
export const roundedBox = (x, y, w, h, r) =>
  `M${short(x + r)} ${short(y)}h${short(w - 2 * r)}q${r} 0 ${r} ${r}v${short(h - 2 * r)}q0 ${r} ${-r} ${r}h${short(2 * r - w)}q${-r} 0 ${-r} ${-r}v${short(2 * r - h)}q0 ${-r} ${r} ${-r}Z`;

/** A pointed leaf from (x, y), `length` units upward before it is turned. */
export function leaf(x, y, length, width, turn, color) {
  const half = (side) =>
    `M0 0C${side * width} ${short(-length * 0.3)} ${short(side * width * 0.8)} ${short(-length * 0.75)} 0 ${-length}Z`;
  const art =
    shape(half(-1), lighter(color, 0.08)) +
    shape(half(1), darker(color, 0.12)) +
    line(`M0 0V${short(-length * 0.9)}`, darker(color, 0.22), Math.max(1.5, width * 0.06));
  return place(art, { x, y, turn });
}

/** Returns random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Returns a short name for a text (FNV-1a): equal pieces may share it. */
function nameOf(text) {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
}
