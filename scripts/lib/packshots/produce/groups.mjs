import { centered } from '../art/canvas.mjs';

/**
 * Puts drawings beside each other: each place is [x, y, size, turn, flip].
 *
 * @param {string | ((index: number) => string)} art
 * @param {readonly (readonly [number, number, number, number?, boolean?])[]} places from the back to the front
 */
export const placed = (art, places) =>
  places
    .map(([x, y, size, turn = 0, flip = false], i) =>
      centered(typeof art === 'function' ? art(i) : art, x, y, size, { turn, flip }),
    )
    .join('');

/** Two behind and one in front. */
export const three = (art, size = 235) =>
  placed(art, [
    [150, 225, size, -10],
    [332, 222, size, 12, true],
    [240, 288, size, 2],
  ]);

/** A pyramid of six. */
export const six = (art, size = 150) =>
  placed(art, [
    [240, 160, size, 8],
    [172, 235, size, -14],
    [308, 235, size, 16, true],
    [118, 318, size, 10],
    [362, 316, size, -12, true],
    [240, 322, size * 1.05, 0],
  ]);

/** A heap of ten small ones. */
export const ten = (art, size = 118) =>
  placed(art, [
    [240, 152, size, 10],
    [188, 208, size, -40],
    [292, 206, size, 35, true],
    [140, 268, size, 20],
    [240, 262, size, -8],
    [340, 268, size, 50, true],
    [98, 330, size, -15],
    [192, 334, size * 1.04, 30],
    [290, 334, size * 1.04, -25, true],
    [382, 330, size, 12],
  ]);

/** Repeats a piece of a drawing. */
export const times = (count, piece) => Array.from({ length: count }, (_, i) => piece(i)).join('');

/** A point on a circle around (x, y). */
export const around = (x, y, r, degrees) => {
  const angle = (degrees * Math.PI) / 180;
  return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
};
