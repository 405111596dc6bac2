import { ball, circle, ellipse, inside, leaf, line, round, shape, solid, stretched } from '../art/canvas.mjs';
import { darker, lighter } from '../art/color.mjs';
import { around, times } from './groups.mjs';

/* Vegetables, one of each. */

const sepals = (x, y, length, color) =>
  times(5, (i) => leaf(x, y, length, length * 0.3, -100 + i * 50, color)) +
  line(`M${x} ${y}q2 -18 10 -30`, darker(color, 0.2), 11);

const TOMATO =
  'M240 132C330 92 432 150 432 258C432 362 342 412 240 412C138 412 48 362 48 258C48 150 150 92 240 132Z';

export const tomato = [
  solid(TOMATO, '#e2402c', { shift: 26 }),
  ellipse(130, 205, 40, 24, '#f58a70', -38),
  sepals(240, 142, 82, '#4f9136'),
].join('');

const BULB =
  'M240 62C252 108 276 130 326 150C424 192 432 330 352 386C302 416 178 416 128 386C48 330 56 192 154 150C204 130 228 108 240 62Z';

/** An onion with its dry skin. */
export const onion = (color) =>
  [
    line('M218 408q4 22 -10 30M240 410v30M262 408q-4 22 10 30', '#d8c29a', 5),
    solid(BULB, color, { shift: 26 }),
    line(
      'M240 78C200 160 120 190 128 384M240 78C225 180 190 250 196 404M240 78C255 180 290 250 284 404M240 78C280 160 360 190 352 384',
      lighter(color, 0.28),
      4,
    ),
    shape('M240 56C250 100 262 118 282 132Q240 118 198 132C218 118 230 100 240 56Z', '#c99a62'),
    ellipse(132, 235, 18, 46, lighter(color, 0.35), 16),
  ].join('');

export const potato = [
  solid(
    'M66 258C56 150 160 96 274 110C392 124 432 214 412 300C392 386 284 402 196 388C112 376 72 336 66 258Z',
    '#cfa266',
    { shift: 24 },
  ),
  ellipse(158, 176, 52, 24, '#e3c08d', -24),
  line(
    'M190 270q14 -12 28 0M300 200q12 -10 24 2M320 320q14 -10 24 4M130 310q8 -8 18 -2M236 350q10 -8 20 0',
    '#9a7038',
    7,
  ),
].join('');

export const sweetPotato = [
  solid(
    'M22 300C80 206 196 142 312 158C380 168 424 190 466 168C442 240 388 324 282 350C176 372 84 350 22 300Z',
    '#b04a5f',
    { shift: 22 },
  ),
  line('M110 262q26 -34 64 -50M250 300q40 -4 70 -24M190 328q22 2 40 -4M330 214q20 0 34 8', '#8b3348', 6),
  ellipse(210, 196, 62, 15, '#cf7a86', -14),
].join('');

/** The cut of a sweet potato. */
export const sweetPotatoSlice = [
  ellipse(240, 240, 200, 170, '#b04a5f'),
  ellipse(240, 240, 182, 152, '#f0b45e'),
  ellipse(240, 240, 110, 86, '#f5c57d'),
].join('');

const CARROT = 'M168 128C186 94 294 94 312 128C322 216 276 372 240 462C204 372 158 216 168 128Z';

/** A carrot with its greens. */
export const carrot = (color) =>
  [
    leaf(222, 118, 110, 20, -24, '#5a9e3e'),
    leaf(258, 118, 110, 20, 24, '#5a9e3e'),
    leaf(240, 118, 126, 22, 0, '#67ad48'),
    solid(CARROT, color, { shift: 22 }),
    line('M180 176h52M280 214h22M192 252h34M236 306h30M214 352h20', darker(color, 0.16), 7),
    ellipse(204, 190, 12, 52, lighter(color, 0.35), -4),
  ].join('');

/** A long, slim carrot. */
export const slimCarrot = (color) => stretched(carrot(color), 0.62, 1);

export const beetroot = [
  leaf(214, 150, 130, 42, -26, '#4c8a3c'),
  leaf(266, 150, 130, 42, 26, '#4c8a3c'),
  leaf(240, 150, 146, 46, 0, '#58994a'),
  line('M222 158L204 92M240 158V80M258 158L276 92', '#b33a63', 9),
  line('M240 400q4 40 -16 70', '#7d1f4b', 13),
  solid(
    'M240 142C340 142 402 200 402 274C402 352 320 410 240 418C160 410 78 352 78 274C78 200 140 142 240 142Z',
    '#8c2353',
    {
      shift: 26,
    },
  ),
  line('M180 168q60 18 120 0', '#6b163d', 6),
  ellipse(146, 230, 32, 20, '#bd5a85', -40),
].join('');

export const beetrootHalf = [
  ball(240, 240, 200, '#7d1f4b', { shine: 0 }),
  circle(240, 240, 184, '#b02a63'),
  ...[150, 110, 66].map(
    (r) => `<circle cx="240" cy="240" r="${r}" fill="none" stroke="#d46a94" stroke-width="9"/>`,
  ),
].join('');

export const radish = [
  ...[-40, -14, 14, 40].map((turn) => leaf(240, 108, 108, 36, turn, '#5b9c45')),
  line('M240 450q2 20 -6 32', '#e9ecdf', 7),
  solid('M186 116C200 92 280 92 294 116C304 230 270 380 240 462C210 380 176 230 186 116Z', '#f7f6ee', {
    shift: 20,
    dark: 0.14,
  }),
  shape('M186 116C200 92 280 92 294 116Q296 140 292 156Q240 172 188 156Q184 140 186 116Z', '#dce8bd'),
  line('M206 220h40M250 280h24M222 330h24', '#d5d3c2', 5),
].join('');

const curd = (x, y, r, color) =>
  times(7, (i) => {
    const [px, py] = around(x, y, r * 0.62, i * 60);
    return i === 6
      ? ball(x, y, r * 0.55, color, { shine: 0.5 })
      : ball(px, py, r * 0.46, color, { shine: 0.5 });
  });

const florets = (color) =>
  [
    [150, 200, 92],
    [330, 200, 92],
    [240, 150, 100],
    [120, 262, 78],
    [360, 262, 78],
    [190, 262, 92],
    [290, 262, 92],
    [240, 218, 96],
  ]
    .map(([x, y, r]) => circle(x, y, r * 0.92, darker(color, 0.14)) + curd(x, y, r, color))
    .join('');

export const cauliflower = [
  leaf(150, 400, 280, 90, -30, '#7fb25a'),
  leaf(330, 400, 280, 90, 30, '#7fb25a'),
  florets('#f6eed6'),
  leaf(216, 436, 210, 96, -48, '#8dbf66'),
  leaf(264, 436, 210, 96, 48, '#8dbf66'),
  leaf(240, 446, 168, 86, -8, '#9ccb76'),
].join('');

export const broccoli = [
  solid('M196 270C206 330 200 400 176 440H304C280 400 274 330 284 270Z', '#9cc476', { shift: 14 }),
  line('M200 330L140 280M280 330L340 280', '#9cc476', 34),
  florets('#3f7d3a'),
].join('');

export const cabbage = [
  ball(240, 250, 186, '#a9cf7f', { shine: 0.2 }),
  inside(
    round(240, 250, 186, 186),
    [
      shape('M40 250C90 90 220 40 300 70C190 130 130 260 150 440H40Z', '#93bf69'),
      shape('M440 250C400 100 300 50 250 66C350 140 372 280 340 440H440Z', '#8ab861'),
      shape('M240 440C130 400 120 220 240 110C360 220 350 400 240 440Z', '#bfdf98'),
      line(
        'M240 440V140M240 360C200 340 176 300 166 260M240 360C280 340 304 300 314 260M240 280C216 266 200 244 194 214M240 280C264 266 280 244 286 214',
        '#e9f5d0',
        7,
      ),
      line('M84 400C80 300 110 190 190 110M398 400C404 300 370 190 300 110', '#d4ebb2', 7),
    ].join(''),
  ),
].join('');

export const brinjal = [
  solid(
    'M222 120C290 112 316 160 330 220C346 290 398 300 398 368C398 436 322 462 246 458C160 454 88 410 92 330C96 250 160 224 176 168C184 136 200 122 222 120Z',
    '#4f2a63',
    { shift: 26, dark: 0.35 },
  ),
  shape('M160 250C140 290 126 320 132 360C110 320 120 280 160 250Z', '#a98abf'),
  line('M236 116C240 84 226 62 250 38', '#5d8a3c', 24),
  solid(
    'M168 176C160 140 190 104 240 104C290 104 318 138 316 180C300 168 288 160 276 172C268 190 262 204 250 212C236 196 228 178 212 172C198 164 182 170 168 176Z',
    '#6fa04a',
  ),
].join('');
