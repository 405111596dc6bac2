import { ball, circle, ellipse, inside, leaf, line, round, shape, solid } from '../art/canvas.mjs';
import { darker, lighter } from '../art/color.mjs';
import { around, times } from './groups.mjs';

/* More fruits, one of each. */

/** A bunch of grapes; long ones are taller than wide. */
export const grapes = (color, { isLong = false } = {}) => {
  const rows = [5, 6, 5, 4, 3, 2, 1];
  const berry = (x, y) =>
    isLong
      ? solid(round(x, y, 27, 36), color, { shift: 8 }) +
        ellipse(x - 9, y - 13, 6, 10, lighter(color, 0.6), 14)
      : solid(round(x, y, 34, 34), color, { shift: 9 }) +
        ellipse(x - 11, y - 12, 9, 6, lighter(color, 0.5), -35);
  return [
    line('M240 120C240 84 250 60 280 40', '#8a6a3a', 14),
    line('M240 96C220 76 196 70 172 74', '#8a6a3a', 9),
    leaf(252, 110, 130, 62, 96, '#5f9c45'),
    ...rows.map((count, row) =>
      times(count, (i) =>
        berry(240 + (i - (count - 1) / 2) * 60 + (row % 2) * 3, 144 + row * 47 + ((i * 13) % 9)),
      ),
    ),
  ].join('');
};

export const sapota = [
  solid(
    'M240 100C340 96 402 170 400 260C396 350 330 400 240 402C150 400 84 350 80 260C78 170 140 96 240 100Z',
    '#a5713f',
    { shift: 24 },
  ),
  ellipse(150, 196, 46, 26, '#c99a68', -34),
  times(12, (i) => ellipse(150 + ((i * 71) % 200), 190 + ((i * 47) % 170), 4, 3, '#865629')),
  ellipse(240, 102, 24, 9, '#6f4520'),
  line('M240 100V80', '#6f4520', 12),
].join('');

export const sapotaHalf = [
  circle(240, 240, 186, '#8e5c30'),
  circle(240, 240, 172, '#c98d55'),
  circle(240, 240, 120, '#d69f66'),
  ellipse(214, 216, 17, 46, '#2f211b', 24),
  ellipse(272, 262, 17, 46, '#2f211b', 24),
  ellipse(208, 206, 4, 22, '#8d7a6e', 24),
].join('');

export const kiwi = [
  solid(round(240, 240, 190, 160), '#8b6a3b', { shift: 22 }),
  ellipse(150, 180, 52, 24, '#ad8d5c', -28),
  times(16, (i) => line(`M${110 + ((i * 53) % 260)} ${160 + ((i * 37) % 160)}l10 8`, '#6d5028', 3)),
].join('');

export const kiwiHalf = [
  circle(240, 240, 192, '#8b6a3b'),
  circle(240, 240, 178, '#8cbf3f'),
  circle(240, 240, 140, '#9fd04c'),
  times(18, (i) => {
    const [x, y] = around(240, 240, 92, i * 20);
    const [x2, y2] = around(240, 240, 150, i * 20);
    return (
      line(`M${Math.round(x)} ${Math.round(y)}L${Math.round(x2)} ${Math.round(y2)}`, '#b8e070', 5) +
      ellipse(...around(240, 240, 80 + (i % 2) * 18, i * 20 + 8), 10, 5.5, '#26301a', i * 20 + 8)
    );
  }),
  ellipse(240, 240, 56, 48, '#f4f2d2'),
].join('');

const STRAWBERRY =
  'M240 120C320 84 424 130 408 226C396 312 300 410 240 446C180 410 84 312 72 226C56 130 160 84 240 120Z';

export const strawberry = [
  solid(STRAWBERRY, '#dd2f3e', { shift: 22 }),
  inside(
    STRAWBERRY,
    times(24, (i) =>
      ellipse(
        96 + (i % 6) * 58 + (Math.floor(i / 6) % 2) * 28,
        176 + Math.floor(i / 6) * 64,
        7,
        10,
        '#f9d47a',
      ),
    ),
  ),
  ellipse(120, 210, 18, 36, '#f58089', 18),
  ...[-88, -48, 48, 88, -18, 18].map((turn) => leaf(240, 128, 96, 26, turn, '#4f9a3c')),
  line('M240 122C240 92 248 76 262 62', '#5f9a45', 12),
].join('');

export const pear = [
  solid(
    'M240 70C290 70 310 110 316 170C322 220 392 258 392 330C392 402 320 440 240 440C160 440 88 402 88 330C88 258 158 220 164 170C170 110 190 70 240 70Z',
    '#bccb58',
    { shift: 24 },
  ),
  ellipse(150, 304, 22, 54, '#e6ec9e', 14),
  times(14, (i) => ellipse(...around(244, 316, 30 + (i % 3) * 36, i * 107), 3.5, 3.5, '#94a53c')),
  line('M240 74C238 52 246 32 262 22', '#6d4a28', 13),
  leaf(254, 46, 96, 26, 70, '#5f9f44'),
].join('');

export const avocado = [
  solid(
    'M240 52C296 52 314 104 324 164C334 220 386 262 386 330C386 404 320 446 240 446C160 446 94 404 94 330C94 262 146 220 156 164C166 104 184 52 240 52Z',
    '#3f5a2b',
    {
      shift: 22,
    },
  ),
  ellipse(154, 300, 20, 56, '#7c9a56', 14),
  times(16, (i) => ellipse(...around(244, 312, 30 + (i % 3) * 38, i * 107), 5, 4, '#577540')),
  line('M240 56V36', '#6d4a28', 14),
].join('');

export const avocadoHalf = [
  shape(
    'M240 52C296 52 314 104 324 164C334 220 386 262 386 330C386 404 320 446 240 446C160 446 94 404 94 330C94 262 146 220 156 164C166 104 184 52 240 52Z',
    '#3f5a2b',
  ),
  shape(
    'M240 68C284 68 300 112 310 170C320 226 370 266 370 330C370 394 312 430 240 430C168 430 110 394 110 330C110 266 160 226 170 170C180 112 196 68 240 68Z',
    '#a9c457',
  ),
  shape(
    'M240 88C274 88 286 124 296 180C304 232 350 272 350 328C350 380 302 412 240 412C178 412 130 380 130 328C130 272 176 232 184 180C194 124 206 88 240 88Z',
    '#eaf0a6',
  ),
  ball(240, 316, 74, '#8a5730', { shine: 0.4 }),
].join('');

/** A green coconut, trimmed flat at its foot and cut open for a straw. */
export const tenderCoconut = [
  line('M268 150L318 24L356 16', '#e0574a', 13),
  solid(
    'M172 130C210 110 270 110 308 130C392 180 420 280 384 360L340 428H140L96 360C60 280 88 180 172 130Z',
    '#7bad48',
    { shift: 24 },
  ),
  shape('M140 428L96 360Q240 400 384 360L340 428Z', '#efe6c6'),
  line('M176 372L186 424M240 382V428M304 372L294 424', '#d3c392', 5),
  ellipse(240, 132, 78, 26, '#f6eed6'),
  ellipse(240, 132, 50, 16, '#d8cfae'),
  line('M262 136L276 106', '#e0574a', 13),
  ellipse(134, 226, 22, 56, '#b6d985', 18),
].join('');

export const coconut = [
  ball(240, 250, 182, '#7d5530', { shine: 0.16 }),
  inside(
    round(240, 250, 182, 182),
    times(34, (i) => {
      const [x, y] = around(240, 250, 26 + ((i * 37) % 150), i * 53);
      return line(
        `M${Math.round(x - 18)} ${Math.round(y - 6)}q18 -8 36 8`,
        i % 2 === 0 ? '#5d3c1d' : '#a27a4c',
        4,
      );
    }),
  ),
  ellipse(210, 170, 15, 17, '#3d2613'),
  ellipse(270, 170, 15, 17, '#3d2613'),
  ellipse(240, 214, 15, 17, '#3d2613'),
].join('');

export const coconutHalf = [
  circle(240, 240, 196, '#6b4626'),
  circle(240, 240, 178, '#fbf8ef'),
  circle(240, 240, 128, '#e8e2d2'),
  shape('M124 200A128 128 0 0 1 356 200A150 150 0 0 0 124 200Z', '#cfc6b0'),
].join('');

/** A sour, dark red fruit of the west coast, with its crown. */
export const kokum = [
  ball(240, 256, 166, '#7a1f3d', { shine: 0.35 }),
  ...[-60, -20, 20, 60].map((turn) => leaf(240, 112, 62, 22, turn, '#6d8a44')),
  line('M240 108V70', '#6d5a2c', 12),
].join('');

export const amla = [
  ball(240, 250, 172, '#b9cc5a', { shine: 0.55 }),
  line(
    'M240 80C200 180 200 320 240 420M150 104C90 200 96 310 160 400M330 104C390 200 384 310 320 400',
    darker('#b9cc5a', 0.14),
    6,
  ),
  ellipse(240, 82, 14, 8, '#6d5a2c'),
].join('');
