import { ball, circle, ellipse, inside, leaf, line, place, shape, solid } from '../art/canvas.mjs';
import { darker, lighter } from '../art/color.mjs';
import { around, times } from './groups.mjs';

/* Fruits, one of each. */

/** A hand of bananas. */
export const bananas = (color, { tip = '#6d5a2c', width = 1 } = {}) => {
  const d = `M${-24 * width} 0C${-66 * width} 90 ${-72 * width} 220 6 326Q24 340 42 324C${20 * width} 220 ${40 * width} 110 ${24 * width} 0Z`;
  const one =
    solid(d, color, { shift: 12 }) +
    line('M2 20C-26 110 -20 220 24 314', lighter(color, 0.4), 7) +
    ellipse(26, 328, 17, 10, tip, -30);
  return (
    [58, 34, 10, -14].map((turn) => place(one, { x: 300, y: 96, turn })).join('') +
    shape('M268 34Q300 22 334 40L338 118Q300 140 262 112Z', darker(color, 0.22))
  );
};

const APPLE =
  'M240 150C280 104 384 110 408 200C430 290 370 410 296 418C270 420 262 408 240 408C218 408 210 420 184 418C110 410 50 290 72 200C96 110 200 104 240 150Z';

/** An apple with a cheek of another color. */
export const apple = (color, blush = color) =>
  [
    solid(APPLE, color, { shift: 26 }),
    inside(APPLE, ellipse(330, 190, 110, 130, blush, 20)),
    inside(
      APPLE,
      times(11, (i) =>
        ellipse(...around(240, 260, 50 + (i % 3) * 40, i * 107), 3.5, 3.5, lighter(color, 0.45)),
      ),
    ),
    ellipse(136, 212, 28, 50, lighter(color, 0.5), 22),
    shape('M186 146Q240 186 294 146Q240 168 186 146Z', darker(color, 0.4)),
    line('M240 158C238 120 246 96 262 72', '#6d4a28', 13),
    leaf(258, 98, 110, 30, 62, '#62a343'),
  ].join('');

const MANGO =
  'M150 120C210 70 330 80 388 170C446 262 410 372 310 406C226 432 116 404 82 316C52 236 90 164 150 120Z';

/** A mango with a cheek of another color. */
export const mango = (color, blush) =>
  [
    solid(MANGO, color, { shift: 24 }),
    inside(MANGO, ellipse(150, 130, 150, 96, blush, -30)),
    ellipse(136, 250, 24, 62, lighter(color, 0.5), 14),
    line('M158 118C150 98 152 84 160 66', '#6d4a28', 13),
    leaf(162, 90, 140, 34, 72, '#4f8f3c'),
  ].join('');

/** A citrus fruit with its pores. */
export const citrus = (color) =>
  [
    ball(240, 250, 178, color, { shine: 0.5 }),
    times(14, (i) => {
      const [x, y] = around(250, 262, 44 + (i % 3) * 46, i * 77);
      return ellipse(x, y, 4, 4, darker(color, 0.14));
    }),
    ellipse(240, 92, 20, 10, '#6f8f3a'),
    leaf(246, 92, 120, 32, 66, '#4f9440'),
  ].join('');

/** A cut citrus fruit. */
export const citrusHalf = (rind, flesh) =>
  [
    circle(240, 240, 190, rind),
    circle(240, 240, 174, '#fff6dc'),
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) =>
      place(shape('M0 -18C-34 -70 -60 -130 -34 -156Q0 -170 34 -156C60 -130 34 -70 0 -18Z', flesh), {
        x: 240,
        y: 240,
        turn: i * 40,
        scale: 0.96,
      }),
    ),
    circle(240, 240, 14, '#fff6dc'),
  ].join('');

export const lemon = [
  solid(
    'M38 250C52 226 66 220 84 200C130 110 350 110 396 200C414 220 428 226 446 246C430 276 414 280 396 300C350 392 130 392 84 300C66 282 50 276 38 250Z',
    '#f2d13b',
    {
      shift: 22,
    },
  ),
  ellipse(160, 182, 54, 22, '#fbea95', -22),
  times(9, (i) => ellipse(170 + ((i * 61) % 190), 210 + ((i * 43) % 110), 3.5, 3.5, '#d6ac24')),
].join('');

const papayaOutline =
  'M240 40C300 60 318 130 360 210C412 310 372 440 240 448C108 440 68 310 120 210C162 130 180 60 240 40Z';

export const papaya = [
  solid(papayaOutline, '#e9a93a', { shift: 24 }),
  inside(papayaOutline, ellipse(240, 60, 110, 150, '#8fae4a')),
  ellipse(156, 290, 20, 70, '#f8d27f', 10),
  line('M240 44V24', '#7a8a3f', 18),
].join('');

export const papayaHalf = [
  shape(papayaOutline, '#dba238'),
  place(shape(papayaOutline, '#f58a45'), { x: 18, y: 20, scale: 0.925 }),
  shape('M240 150C280 190 306 270 290 330C276 376 204 376 190 330C174 270 200 190 240 150Z', '#d9652c'),
  times(22, (at) => {
    const [x, y] = around(240, 292, 16 + (at % 3) * 20, at * 71);
    return (
      ellipse(x, y * 1.02 - 6, 12, 9, '#2f2a2a', at * 40) + ellipse(x - 3, y * 1.02 - 9, 3, 2, '#8d8484')
    );
  }),
].join('');

export const watermelon = [
  ball(240, 240, 196, '#2f6b35', { shine: 0.3 }),
  line(
    'M130 96C90 200 90 300 140 392M196 62C170 170 170 320 206 424M262 52C276 170 276 320 262 428M330 78C370 190 368 300 320 398',
    '#1d4a26',
    17,
  ),
  line('M240 46C244 28 256 22 270 24', '#8a7a3c', 12),
].join('');

export const watermelonWedge = [
  shape('M40 190A200 200 0 0 0 440 190Z', '#2f7a3a'),
  shape('M54 190A186 186 0 0 0 426 190Z', '#dff0c0'),
  shape('M70 190A170 170 0 0 0 410 190Z', '#e8434a'),
  ...[
    [150, 226],
    [205, 220],
    [270, 224],
    [325, 228],
    [180, 272],
    [240, 270],
    [300, 274],
    [240, 318],
  ].map(([x, y], i) => ellipse(x, y, 7, 12, '#33221d', (i % 3) * 20 - 20)),
].join('');

export const muskmelon = [
  ball(240, 250, 184, '#dcb56c', { shine: 0.3 }),
  inside(
    'M56 250a184 184 0 1 0 368 0a184 184 0 1 0 -368 0Z',
    line(
      'M100 90C70 200 80 330 130 430M170 60C140 180 150 340 190 440M240 60V440M310 60C340 180 330 340 290 440M380 90C410 200 400 330 350 430M50 160Q240 210 430 160M50 230Q240 280 430 230M50 300Q240 350 430 300M60 366Q240 410 420 366M120 110L200 190L280 120L360 200L420 150M70 220L150 300L230 230L310 310L400 240M90 330L180 380L260 320L340 390',
      '#f1deb0',
      5,
    ),
  ),
  ellipse(240, 72, 24, 10, '#8a7a3c'),
  line('M240 70C238 50 246 40 258 34', '#8a7a3c', 14),
].join('');

const PINEAPPLE =
  'M240 150C320 150 352 230 346 310C340 400 300 452 240 454C180 452 140 400 134 310C128 230 160 150 240 150Z';

export const pineapple = [
  ...[-58, 58, -36, 36, -16, 16, 0].map((turn, i) =>
    leaf(240, 168, 92 + i * 12, 22, turn, i % 2 === 0 ? '#4f8f43' : '#66a352'),
  ),
  solid(PINEAPPLE, '#e3a02c', { shift: 20 }),
  inside(
    PINEAPPLE,
    line(
      [0, 1, 2, 3, 4, 5, 6, 7]
        .map((i) => `M${-60 + i * 62} 130L${170 + i * 62} 470M${540 - i * 62} 130L${310 - i * 62} 470`)
        .join(''),
      '#b8741c',
      6,
    ) +
      times(30, (i) =>
        ellipse(
          150 + (i % 5) * 46 + (Math.floor(i / 5) % 2) * 23,
          178 + Math.floor(i / 5) * 52,
          7,
          7,
          '#f7cf6a',
        ),
      ),
  ),
].join('');

export const pomegranate = [
  shape('M196 116L186 60L218 84L240 50L262 84L294 60L284 116Z', '#b8392f'),
  ball(240, 268, 172, '#c63a3a', { shine: 0.35 }),
  ellipse(240, 116, 46, 15, '#d9574a'),
].join('');

export const pomegranateHalf = [
  circle(240, 240, 196, '#b8332f'),
  circle(240, 240, 180, '#f7e6c4'),
  ...[0, 1, 2, 3, 4, 5].map((sector) =>
    times(7, (i) => {
      const [x, y] = around(
        240,
        240,
        [54, 92, 92, 134, 134, 134, 156][i],
        sector * 60 + [0, -13, 13, -18, 0, 18, 8][i],
      );
      return (
        ellipse(x, y, 19, 15, i % 2 === 0 ? '#c2183b' : '#dc3a58', sector * 60 + i * 20) +
        ellipse(x - 5, y - 5, 5, 3, '#f3a0b0')
      );
    }),
  ),
].join('');

export const guava = [
  solid(
    'M240 92C300 90 330 130 360 190C404 280 372 402 240 410C108 402 76 280 120 190C150 130 180 90 240 92Z',
    '#b9cc62',
    { shift: 22 },
  ),
  ellipse(160, 220, 24, 54, '#e3eda8', 20),
  times(12, (i) => ellipse(...around(244, 270, 30 + (i % 3) * 32, i * 107), 3.5, 3.5, '#92a844')),
  line('M240 94C238 70 244 56 258 46', '#6d5a2c', 12),
  shape('M216 410L224 390L240 402L256 390L264 410Z', '#7b6b34'),
].join('');

export const guavaHalf = [
  shape(
    'M240 70C300 70 330 120 360 190C404 280 372 402 240 410C108 402 76 280 120 190C150 120 180 70 240 70Z',
    '#a9c055',
  ),
  shape(
    'M240 88C290 88 318 132 346 200C384 280 356 386 240 392C124 386 96 280 134 200C162 132 190 88 240 88Z',
    '#f8f3dc',
  ),
  ellipse(240, 270, 74, 86, '#f3ead0'),
  times(18, (i) => {
    const [x, y] = around(240, 270, 30 + (i % 2) * 30, i * 40 + (i % 2) * 20);
    return ellipse(x, y, 6, 4.5, '#cdb073', i * 30);
  }),
].join('');
