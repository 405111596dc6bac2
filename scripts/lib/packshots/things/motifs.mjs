import { ball, circle, ellipse, leaf, line, place, shape, solid } from '../art/canvas.mjs';
import { darker, lighter } from '../art/color.mjs';
import { around, times } from '../produce/groups.mjs';

/* Small pictures for labels. */

/** A drop of water. */
export const drop = (color) =>
  solid(
    'M240 40C300 140 370 220 370 300C370 380 312 436 240 436C168 436 110 380 110 300C110 220 180 140 240 40Z',
    color,
    { shift: 20 },
  ) + line('M160 300Q162 370 220 392', lighter(color, 0.55), 18);

export const wheat = place(
  line('M0 220V-150', '#b98a2e', 10) +
    times(
      6,
      (i) => leaf(0, 100 - i * 50, 92, 26, -36, '#d9a73a') + leaf(0, 100 - i * 50, 92, 26, 36, '#e3b54a'),
    ) +
    leaf(0, -160, 90, 26, 0, '#e8bf5a'),
  { x: 240, y: 240 },
);

export const wheatSheaf = [-26, 26, 0]
  .map((turn) => place(place(wheat, { x: -240, y: -460, scale: 1 }), { x: 240, y: 460, turn }))
  .join('');

/** An ear of millet. */
export const millet = (color) =>
  line('M240 470V300', '#7f9a4a', 14) +
  leaf(240, 440, 190, 40, 56, '#7fa24c') +
  leaf(240, 420, 170, 36, -56, '#8bb058') +
  times(46, (i) => {
    const row = Math.floor(i / 4);
    const half = [34, 58, 70, 74, 74, 74, 72, 68, 60, 50, 38, 20][row] ?? 20;
    return ball(240 - half + ((i % 4) * half * 2) / 3 + (row % 2) * 5, 330 - row * 25, 20, color);
  });

export const sunflower =
  times(16, (i) =>
    place(leaf(0, -70, 130, 34, 0, i % 2 === 0 ? '#f5bf2a' : '#e9a91c'), { x: 240, y: 240, turn: i * 22.5 }),
  ) +
  circle(240, 240, 92, '#5f3a1c') +
  times(26, (i) =>
    circle(...around(240, 240, 14 + (i % 5) * 16, i * 67), 6, i % 2 === 0 ? '#8a5a2c' : '#3f2411'),
  );

/** Yellow flowers on stalks. */
export const mustardFlower = [
  line('M240 460V180M240 330L150 220M240 300L330 200', '#6a9a42', 10),
  ...[
    [240, 140],
    [146, 196],
    [336, 176],
    [200, 90],
    [290, 84],
  ].map(
    ([x, y]) =>
      [0, 90, 180, 270].map((turn) => place(ellipse(0, -28, 24, 32, '#f6cf2e'), { x, y, turn })).join('') +
      circle(x, y, 15, '#d99f1a'),
  ),
  leaf(240, 430, 170, 40, 58, '#6aa046'),
]
  .flat()
  .join('');

export const sesame = times(26, (i) => {
  const [x, y] = around(240, 250, 20 + (i % 5) * 40, i * 73);
  return place(
    shape(
      'M0 -24C18 -8 18 16 0 22C-18 16 -18 -8 0 -24Z',
      i % 3 === 0 ? '#e3c489' : '#f3e2b8',
      'stroke="#b98f4a" stroke-width="4"',
    ),
    { x, y, turn: i * 67 },
  );
});

export const olives = [
  line('M60 120Q220 60 420 120', '#6d7a3a', 10),
  ...[100, 200, 300, 390].map((x, i) =>
    leaf(x, 104 - (i % 2) * 8, 130, 26, i % 2 === 0 ? 30 : -20, '#7f9a55'),
  ),
  line('M190 96V190M310 96V180', '#6d7a3a', 7),
  solid(
    'M190 180C250 180 272 240 262 310C252 370 220 396 190 396C160 396 128 370 118 310C108 240 130 180 190 180Z',
    '#6f8a3a',
    { shift: 16 },
  ),
  solid(
    'M316 176C372 176 392 232 382 300C372 356 346 380 316 380C286 380 258 356 250 300C240 232 260 176 316 176Z',
    '#84a046',
    { shift: 16 },
  ),
  ellipse(150, 256, 12, 34, '#c3d38a', 8),
  ellipse(284, 250, 12, 32, '#d3df9c', 8),
].join('');

/** The head of a cow. */
export const cow = (
  color,
  patch,
  horns = line('M130 120Q90 70 110 30M350 120Q390 70 370 30', '#d9c9a4', 24),
) =>
  [
    horns,
    shape(
      'M120 150C60 120 30 150 20 180C60 220 110 210 140 190ZM360 150C420 120 450 150 460 180C420 220 370 210 340 190Z',
      darker(color, 0.14),
    ),
    solid(
      'M130 130C170 96 310 96 350 130C372 190 350 270 340 320C330 420 150 420 140 320C130 270 108 190 130 130Z',
      color,
      { shift: 18 },
    ),
    shape('M134 128C160 108 200 104 226 104C220 170 190 230 140 250C124 200 122 160 134 128Z', patch),
    solid('M138 330C140 290 340 290 342 330C352 420 300 440 240 440C180 440 128 420 138 330Z', '#efc3ae', {
      shift: 12,
    }),
    ellipse(200, 366, 13, 18, '#9a6a58'),
    ellipse(280, 366, 13, 18, '#9a6a58'),
    circle(182, 220, 15, '#2c211b'),
    circle(298, 220, 15, '#2c211b'),
    circle(178, 215, 5, '#ffffff'),
    circle(294, 215, 5, '#ffffff'),
  ].join('');

export const teaLeaves = [
  leaf(240, 420, 330, 62, -2, '#5f9a45'),
  leaf(240, 420, 280, 66, -46, '#4c8a3c'),
  leaf(240, 420, 280, 66, 44, '#4c8a3c'),
  line('M240 420v50', '#4c7a36', 14),
].join('');

/** A cup with a saucer. */
export const cup = (color, drink) =>
  [
    line('M190 90q-20 -30 0 -60M250 90q-20 -30 0 -60M310 90q-20 -30 0 -60', '#c9b8a4', 10),
    ellipse(240, 400, 190, 34, darker(color, 0.16)),
    line('M360 190Q450 180 430 260Q410 320 330 310', darker(color, 0.1), 26),
    solid('M90 150H390C390 290 340 370 300 384H180C140 370 90 290 90 150Z', color, { shift: 16 }),
    ellipse(240, 152, 150, 34, darker(color, 0.2)),
    ellipse(240, 156, 134, 26, drink),
  ].join('');

export const coffeeBeans = [
  [150, 170, -30],
  [320, 160, 24],
  [240, 300, -8],
]
  .map(([x, y, turn]) =>
    place(
      solid(
        'M0 -104C64 -104 84 -44 84 0C84 60 50 104 0 104C-50 104 -84 60 -84 0C-84 -44 -64 -104 0 -104Z',
        '#6b3f24',
        { shift: 14 },
      ) +
        line('M4 -92C-40 -30 40 30 -4 92', '#3c2010', 12) +
        ellipse(-46, -40, 10, 26, '#a4714c', 12),
      { x, y, turn },
    ),
  )
  .join('');

export const cacao = [
  solid(
    'M70 380C30 300 110 140 250 90C340 60 410 80 420 110C430 200 320 340 200 390C150 410 90 420 70 380Z',
    '#a8552c',
    { shift: 18 },
  ),
  line(
    'M90 370C150 250 260 150 410 112M80 340C110 230 220 130 360 92M130 396C230 320 350 220 418 150',
    '#7a3a1a',
    9,
  ),
  line('M420 108L450 80', '#7a5a2c', 16),
].join('');

/** A sprig of aloe. */
export const aloe = [-56, 56, -30, 30, -6, 12]
  .map((turn, i) =>
    place(
      solid('M-34 0C-30 -120 -14 -240 0 -330C14 -240 30 -120 34 0Z', i % 2 === 0 ? '#6aa558' : '#7fb868', {
        shift: 10,
      }) + line('M-22 -60l-10 -8M-20 -120l-10 -8M24 -60l10 -8M20 -120l10 -8', '#d3e6b4', 5),
      { x: 240, y: 430, turn, scale: 1 - i * 0.01 },
    ),
  )
  .join('');

export const neem = [
  line('M90 430Q220 260 400 70', '#6f7a3a', 10),
  ...[0, 1, 2, 3, 4].map(
    (i) =>
      leaf(130 + i * 56, 380 - i * 64, 150, 34, -78 + i * 5, '#4f8f45') +
      leaf(130 + i * 56, 380 - i * 64, 150, 34, 78 - i * 6, '#5fa052'),
  ),
  leaf(396, 76, 90, 26, 34, '#6aad5a'),
].join('');

export const rose = [
  leaf(170, 340, 170, 60, -70, '#4f8f45'),
  leaf(310, 340, 170, 60, 70, '#4f8f45'),
  ball(240, 250, 170, '#d2416a', { shine: 0 }),
  shape(
    'M80 240C120 320 200 380 250 420C140 420 70 340 80 240ZM400 240C360 330 300 390 250 420C350 410 410 340 400 240Z',
    '#b82f58',
  ),
  shape('M120 190C170 290 310 290 360 190C370 310 300 350 240 350C180 350 110 310 120 190Z', '#e35f85'),
  shape('M160 160C200 230 280 230 320 160C330 260 290 290 240 290C190 290 150 260 160 160Z', '#d2416a'),
  line('M200 170Q240 120 282 168Q262 214 226 200Q220 170 252 172', '#a3244a', 9),
].join('');

export const lotus = [-66, 66, -44, 44, -20, 20, 0]
  .map((turn, i) =>
    leaf(240, 400, 290 - Math.abs(turn) * 1.2, 66, turn, i < 2 ? '#d98aa8' : i < 4 ? '#e8a0ba' : '#f2bccf'),
  )
  .join('');

export const khus = times(9, (i) =>
  place(line('M0 0C-10 -100 20 -200 -6 -320', i % 2 === 0 ? '#8aa45a' : '#a3b86f', 12), {
    x: 240,
    y: 440,
    turn: -44 + i * 11,
  }),
);

/** The horns of a buffalo, which curve back. */
export const buffaloHorns = line(
  'M140 130C60 130 20 90 50 30C60 60 80 84 150 96M340 130C420 130 460 90 430 30C420 60 400 84 330 96',
  '#3a3436',
  20,
);
