import { circle, ellipse, faint, line, place, rect, roundedBox, shape, solid } from '../art/canvas.mjs';
import { darker } from '../art/color.mjs';
import { times } from '../produce/groups.mjs';

/* Small pictures for the labels of what cleans and cares. */

/** A burst of cleanness. */
export const sparkle = (color) =>
  [
    [240, 230, 1.5],
    [110, 110, 0.7],
    [372, 350, 0.8],
  ]
    .map(([x, y, scale]) =>
      place(shape('M0 -110Q14 -14 110 0Q14 14 0 110Q-14 14 -110 0Q-14 -14 0 -110Z', color), { x, y, scale }),
    )
    .join('');

export const bubbles = [
  [160, 290, 100],
  [300, 190, 120],
  [330, 360, 64],
  [150, 120, 56],
]
  .map(
    ([x, y, r]) =>
      faint(circle(x, y, r, '#bfe3f2'), 0.9) +
      `<circle cx="${x}" cy="${y}" r="${r - 5}" fill="none" stroke="#5fa9cc" stroke-width="9"/>` +
      ellipse(x - r * 0.38, y - r * 0.4, r * 0.22, r * 0.13, '#ffffff', -38),
  )
  .join('');

/** A clean shirt. */
export const shirt = (color) =>
  solid('M150 90L210 70Q240 110 270 70L330 90L440 180L384 254L350 226V420H130V226L96 254L40 180Z', color, {
    shift: 16,
  }) + line('M210 70Q240 110 270 70', darker(color, 0.3), 9);

export const tooth =
  solid(
    'M150 70C200 60 220 90 240 90C260 90 280 60 330 70C400 84 420 170 384 250C364 300 366 420 320 424C280 426 286 310 240 310C194 310 200 426 160 424C114 420 116 300 96 250C60 170 80 84 150 70Z',
    '#fdfdf8',
    { shift: 20, dark: 0.14 },
  ) + ellipse(160, 140, 26, 40, '#ffffff', 20);

export const windowPane =
  rect(70, 70, 340, 340, '#f6f1e4', 14) +
  rect(92, 92, 296, 296, '#a9d5ea', 6) +
  line('M240 92V388M92 240H388', '#f6f1e4', 18) +
  line('M120 200L200 120M280 360L370 270', '#e6f5fb', 16);

export const dishes = [
  ellipse(240, 250, 200, 190, '#dfe9ec'),
  ellipse(236, 244, 194, 184, '#fbfdfd'),
  ellipse(236, 244, 128, 120, '#e6eef0'),
  ellipse(232, 240, 122, 114, '#f7fafa'),
  place(sparkle('#5fb0d0'), { x: 190, y: -20, scale: 0.6 }),
].join('');

/** A plaster and a cross. */
export const plasters = [
  place(
    solid(roundedBox(-190, -58, 380, 116, 58), '#e3b58a', { shift: 10 }) +
      rect(-62, -50, 124, 100, '#f3d5b4', 10) +
      times(9, (i) => circle(-34 + (i % 3) * 34, -28 + Math.floor(i / 3) * 28, 6, '#c9956a')),
    { x: 240, y: 240, turn: -32 },
  ),
].join('');
