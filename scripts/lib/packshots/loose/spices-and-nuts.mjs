import { ball, circle, ellipse, line, place, shape, solid } from '../art/canvas.mjs';
import { darker, lighter } from '../art/color.mjs';
import { times } from '../produce/groups.mjs';

/* Spices, nuts and dried fruits, one of each, around (0, 0). */

/** A pod of cardamom. */
export const pod = (color, size = 30) =>
  place(
    solid('M-34 0C-24 -22 16 -24 34 -4Q40 0 34 4C16 24 -24 22 -34 0Z', color, { shift: 4 }) +
      line('M-28 -2Q0 -14 32 -2M-28 2Q0 12 32 2M-30 0H34', darker(color, 0.26), 2.6) +
      line('M34 0h10', darker(color, 0.2), 5),
    { scale: size / 30 },
  );

/** A large, wrinkled pod. */
export const wrinkledPod = (color) =>
  solid('M-44 2C-34 -30 20 -34 42 -8Q50 0 42 10C20 34 -32 32 -44 2Z', color, { shift: 5, dark: 0.35 }) +
  line('M-38 -2Q-6 -24 40 -6M-40 2H44M-38 6Q-6 26 40 8', lighter(color, 0.22), 3.4) +
  line('M42 0l14 -4', darker(color, 0.3), 7);

export const clove =
  line('M-34 10L6 -2', '#5f3520', 9) +
  line('M-34 10L6 -2', '#7f4a2c', 5) +
  [-36, 0, 36, 78]
    .map((turn) => place(line('M0 0L16 0', '#5f3520', 7), { x: 8, y: -3, turn: turn - 40 }))
    .join('') +
  circle(15, -8, 9, '#a0683f');

/** A quill of cinnamon, rolled from both sides. */
export const quill = [
  solid('M-120 -20H120V24H-120Z', '#b06d3a', { shift: 6 }),
  line('M-112 2H112', '#6f3f1c', 5),
  line('M-100 -10H40M-30 14H90', '#c98a55', 3),
  ellipse(120, -9, 9, 12, '#8a5228'),
  ellipse(120, 13, 9, 12, '#8a5228'),
  ellipse(120, -9, 4, 6, '#4f2c14'),
  ellipse(120, 13, 4, 6, '#4f2c14'),
].join('');

export const starAnise = [
  ...[0, 45, 90, 135, 180, 225, 270, 315].map((turn) =>
    place(
      shape(
        'M0 0C12 -16 15 -34 0 -58C-15 -34 -12 -16 0 0Z',
        '#8a4f2a',
        'stroke="#5f3216" stroke-width="2.5"',
      ) +
        shape('M0 -12C6 -22 7 -34 0 -46C-7 -34 -6 -22 0 -12Z', '#5f3216') +
        ellipse(0, -27, 4, 8, '#d99a5a'),
      { turn: turn + 10 },
    ),
  ),
  circle(0, 0, 8, '#6f3c1c'),
].join('');

export const almond =
  solid('M-38 0C-26 -26 14 -28 40 0C14 28 -26 26 -38 0Z', '#b5713d', { shift: 5 }) +
  line('M-28 -4Q0 -14 30 -2M-28 4Q0 14 30 2M-32 0H34', '#8c5226', 2.6) +
  ellipse(-10, -10, 12, 4, '#d49a66', -8);

export const cashew =
  solid(
    'M-34 10C-40 -22 -2 -36 26 -22C44 -12 42 10 28 12C16 14 16 -2 4 -2C-8 -2 -6 12 -12 20C-20 28 -32 24 -34 10Z',
    '#efdcb4',
    { shift: 5, dark: 0.2 },
  ) + line('M-24 -2Q-12 -20 12 -20', '#fbf1d8', 5);

export const walnut = [
  solid(
    'M0 -32C34 -38 46 -10 38 10C32 34 10 36 0 30C-10 36 -32 34 -38 10C-46 -10 -34 -38 0 -32Z',
    '#c99a5f',
    { shift: 5 },
  ),
  line(
    'M0 -30V30M-28 -18q14 4 12 16q-16 0 -16 12M28 -18q-14 4 -12 16q16 0 16 12M-20 22q6 -10 12 -6M20 22q-6 -10 -12 -6M-14 -24q2 8 8 8M14 -24q-2 8 -8 8',
    '#8f6230',
    4,
  ),
].join('');

export const pistachio =
  solid('M-36 4C-30 -22 20 -28 40 -2C24 22 -26 26 -36 4Z', '#e8d6ae', { shift: 5 }) +
  shape('M-26 0C-14 -16 18 -20 40 -2C18 4 -8 6 -26 0Z', '#8a9a46') +
  ellipse(4, -7, 18, 5, '#a9b85c', -6) +
  line('M-26 1C-8 8 18 6 38 -1', '#a5885a', 2.6);

export const raisin =
  solid('M-26 2C-24 -18 14 -20 26 -2C22 18 -20 22 -26 2Z', '#c9912f', { shift: 4 }) +
  line('M-18 -4Q0 -12 18 -4M-18 4Q0 10 18 4M-8 0H10', '#9a6a1a', 2.6) +
  ellipse(-8, -9, 7, 3, '#ecc46e');

export const fig = [
  solid(
    'M-4 -52C36 -54 58 -26 54 4C50 36 22 50 -4 48C-34 48 -58 32 -56 2C-54 -30 -36 -50 -4 -52Z',
    '#b98a52',
    { shift: 7 },
  ),
  line('M-44 -14Q-20 -40 14 -42M-46 6Q-14 -26 40 -22M-42 24Q-10 -4 48 2M-28 38Q0 18 42 24', '#8f6532', 3.4),
  ellipse(-2, 0, 20, 16, '#8a4a3a'),
  ...[0, 1, 2, 3, 4, 5].map((i) => circle(-12 + (i % 3) * 10, -5 + Math.floor(i / 3) * 10, 2.6, '#e6c07a')),
].join('');

export const date =
  solid('M-42 2C-38 -24 24 -26 42 -2C32 24 -34 26 -42 2Z', '#5a2f20', { shift: 5 }) +
  line('M-28 -6Q0 -16 26 -6M-30 6Q0 14 28 4', '#7f4a34', 3) +
  ellipse(-8, -12, 14, 4, '#a9745a', -6) +
  ellipse(40, -1, 5, 6, '#b98a5a');

export const puffed =
  ball(0, 0, 32, '#f3e8d3', { shine: 0.6 }) +
  shape('M-22 10C-10 0 0 14 10 6C20 0 24 8 22 16C12 30 -14 32 -22 10Z', '#e4d2b0') +
  line('M-14 -12l6 6M8 -16l5 6M14 2l6 4', '#b98a55', 4) +
  circle(-4, 20, 5, '#a9743f');

export const popcorn =
  [
    [-14, -8],
    [14, -10],
    [0, 12],
    [-2, -22],
  ]
    .map(([x, y]) => ball(x, y, 19, '#fbf2dc', { shine: 0.6 }))
    .join('') + ellipse(0, 0, 10, 7, '#eec25a');

/** A shelled peanut. */
export const peanut = (color = '#dca468') =>
  solid('M-30 0C-28 -20 18 -20 30 -2C26 20 -26 20 -30 0Z', color, { shift: 4 }) +
  line('M-24 0Q0 -6 26 0', darker(color, 0.2), 2.6);

/** Two peanuts in their shell. */
export const peanutShell = [
  solid('M-72 0C-74 -40 -22 -44 -2 -24C20 -42 74 -40 72 2C70 42 20 42 0 24C-22 44 -70 40 -72 0Z', '#d9ae6c', {
    shift: 8,
  }),
  times(3, (i) =>
    line(
      `M${-58 + i * 4} ${-14 + i * 14}Q-34 ${-22 + i * 18} -12 ${-10 + i * 9}M12 ${-10 + i * 9}Q36 ${-22 + i * 18} 60 ${-12 + i * 13}`,
      '#a87c3f',
      4,
    ),
  ),
].join('');

/** A curl of fried sev or bhujia. */
export const curl = (color, thick) =>
  line('M-30 8Q-14 -18 4 0T32 -8', darker(color, 0.25), thick + 3) +
  line('M-30 7Q-14 -19 4 -1T32 -9', color, thick);

/** A round chip or a wafer. */
export const chip = (color, { heart = '' } = {}) =>
  ellipse(0, 0, 44, 40, darker(color, 0.24)) +
  ellipse(-3, -4, 42, 37, color) +
  ellipse(-14, -16, 14, 8, lighter(color, 0.4), -30) +
  heart;

/** A ribbon of fried dough. */
export const ribbon = (color) =>
  line('M-40 12Q-20 -24 0 4T42 -10', darker(color, 0.3), 20) +
  line('M-40 10Q-20 -26 0 2T42 -12', color, 15) +
  line('M-38 10Q-19 -22 0 4T40 -10', darker(color, 0.16), 3);
