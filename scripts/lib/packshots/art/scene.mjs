import { SIDE, rect, shape } from './canvas.mjs';
import { darker, lighter } from './color.mjs';

/** Width and height of a picture in pixels: those of the store's largest one. */
const PIXELS = 960;
const TABLE_TOP = 350;

/** Puts a drawing on a table in the color of its section. */
export function scene(art, tint) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PIXELS}" height="${PIXELS}" viewBox="0 0 ${SIDE} ${SIDE}">`,
    '<defs><radialGradient id="wall" cx="50%" cy="45%" r="65%">',
    `<stop offset="0" stop-color="${lighter(tint, 0.72)}"/><stop offset="1" stop-color="${tint}"/>`,
    '</radialGradient><radialGradient id="shadow">',
    '<stop offset="0" stop-color="#3b2416" stop-opacity="0.3"/><stop offset="1" stop-color="#3b2416" stop-opacity="0"/>',
    '</radialGradient></defs>',
    rect(0, 0, SIDE, SIDE, 'url(#wall)'),
    rect(0, TABLE_TOP, SIDE, SIDE - TABLE_TOP, darker(tint, 0.08)),
    shape(`M0 ${TABLE_TOP}H${SIDE}V${TABLE_TOP + 4}H0Z`, darker(tint, 0.13)),
    '<ellipse cx="240" cy="424" rx="220" ry="30" fill="url(#shadow)"/>',
    art,
    '</svg>',
  ].join('');
}
