import { ball, circle, ellipse, faint, line, rect, round, roundedBox, shape, solid } from '../art/canvas.mjs';
import { darker, lighter } from '../art/color.mjs';
import { around, times } from './groups.mjs';

/* What comes out of the oven. */

/** A tin loaf, with its cut side to the front. */
export const loaf = ({ crust, crumb, seeds = '' }) =>
  [
    solid(
      'M120 150C96 80 200 84 290 92C380 84 462 96 440 160C452 220 446 300 436 372Q434 384 420 384H240Z',
      crust,
      { shift: 16 },
    ),
    line('M300 96Q330 130 326 170M360 96Q388 130 384 170', darker(crust, 0.16), 7),
    seeds,
    shape(
      'M40 190C20 130 70 100 130 104C190 96 288 92 280 180C286 250 280 320 276 376Q274 390 260 390H76Q60 390 58 376C50 310 52 250 40 190Z',
      darker(crust, 0.14),
    ),
    shape(
      'M58 188C46 144 84 120 134 122C188 114 268 114 262 180C266 250 262 310 258 362Q256 372 246 372H88Q78 372 76 362C68 310 70 250 58 188Z',
      crumb,
    ),
    times(12, (i) =>
      ellipse(100 + ((i * 53) % 130), 160 + ((i * 71) % 190), 6 + (i % 3) * 2, 4, darker(crumb, 0.1), i * 30),
    ),
  ].join('');

export const countryLoaf = [
  solid(
    'M40 300C40 160 130 100 250 104C370 108 446 180 442 300C440 374 360 398 240 398C120 398 42 374 40 300Z',
    '#a8662e',
    { shift: 22 },
  ),
  ellipse(190, 160, 90, 30, '#c98a4c', -14),
  faint(line('M120 200C200 130 320 130 400 220', '#f6e8cf', 26), 0.75),
  line('M110 240C190 170 320 170 400 260M150 290C210 240 300 240 360 300', '#f0d5a6', 15),
  line('M110 248C190 178 320 178 400 268M150 298C210 248 300 248 360 308', '#7a431a', 5),
  times(18, (i) => ellipse(...around(240, 250, 40 + ((i * 29) % 130), i * 67), 6, 3, '#f3e6cc', i * 25)),
].join('');

const BAGUETTE =
  'M20 250C10 200 60 190 100 196C200 186 300 188 390 198C440 194 470 212 462 250C470 286 440 306 390 300C300 312 200 312 100 304C56 308 14 296 20 250Z';

export const baguette = [
  solid(BAGUETTE, '#cf8d43', { shift: 14 }),
  [84, 168, 252, 336]
    .map(
      (x) =>
        shape(`M${x} 286Q${x + 18} 226 ${x + 68} 204Q${x + 60} 260 ${x} 286Z`, '#f0cd90') +
        line(`M${x} 286Q${x + 18} 226 ${x + 68} 204`, '#9a5c22', 6),
    )
    .join(''),
].join('');

/** Six rolls that hang together. */
export const pav = [
  ...[0, 1].flatMap((row) =>
    [0, 1, 2].map((column) => {
      const [x, y] = [50 + column * 124 + row * 6, 110 + row * 118];
      return (
        solid(roundedBox(x, y, 132, 150, 46), '#d18e47', { shift: 12 }) +
        shape(roundedBox(x + 6, y + 92, 120, 56, 26), '#f4deb6') +
        ellipse(x + 54, y + 34, 36, 15, '#e5b27a', -8)
      );
    }),
  ),
].join('');

export const bun = [
  solid('M60 300H420Q430 380 340 384H140Q50 380 60 300Z', '#d99a52', { shift: 10 }),
  rect(58, 282, 364, 26, '#f5dfb4', 12),
  solid('M52 286C52 160 140 104 240 104C340 104 428 160 428 286Q240 304 52 286Z', '#d08a40', { shift: 22 }),
  ellipse(160, 170, 60, 26, '#e5ae6e', -28),
  times(16, (i) =>
    ellipse(140 + ((i * 83) % 210), 140 + ((i * 37) % 90), 11, 6.5, '#fbf0d4', (i * 50) % 180),
  ),
].join('');

/** A flat round bread with its brown spots. */
export const flatbread = (color, spots, topping = '') =>
  [
    ellipse(240, 252, 204, 186, darker(color, 0.18)),
    ellipse(236, 244, 202, 184, color),
    times(spots, (i) => {
      const [x, y] = around(236, 244, 30 + ((i * 53) % 140), i * 101);
      return ellipse(
        x,
        y * 0.94 + 14,
        15 + (i % 4) * 7,
        10 + (i % 3) * 5,
        darker(color, 0.24 + (i % 3) * 0.1),
        i * 40,
      );
    }),
    topping,
  ].join('');

export const pita = [
  solid('M44 250C44 130 130 70 240 70C350 70 436 130 436 250Z', '#e3bd80', { shift: 14 }),
  shape('M44 250Q240 200 436 250Q240 300 44 250Z', '#8a5a2c'),
  shape('M44 250Q240 226 436 250Q240 320 44 250Z', '#f3dcae'),
  times(7, (i) => ellipse(110 + i * 44, 140 + ((i * 41) % 70), 16, 9, '#c98f4e', i * 30)),
].join('');

export const croissant = [
  solid(
    'M36 352C20 320 40 250 90 200C150 120 330 120 390 200C440 250 460 320 444 352C420 366 392 340 372 300C330 236 150 236 108 300C88 340 60 366 36 352Z',
    '#d18f42',
    { shift: 18 },
  ),
  shape(
    'M182 150C200 190 204 230 196 258Q240 240 284 258C276 230 280 190 298 150Q240 132 182 150Z',
    '#e3aa5e',
  ),
  shape(
    'M182 150C150 164 116 190 96 220C120 236 140 258 150 276Q170 262 196 258C204 230 200 190 182 150Z',
    '#dca055',
  ),
  line(
    'M182 150C200 190 204 230 196 258M298 150C280 190 276 230 284 258M104 210C128 230 144 256 150 276M376 210C352 230 336 256 330 276',
    '#9c5f23',
    7,
  ),
  line('M214 164Q240 156 264 164M128 208Q140 190 158 180', '#f3cc8c', 8),
].join('');

export const bagel = [
  solid(round(240, 240, 196, 176), '#c98b45', { shift: 22 }),
  ellipse(240, 230, 58, 42, '#8a5622'),
  ellipse(242, 242, 52, 32, '#f4e3c8'),
  times(26, (i) => {
    const [x, y] = around(236, 232, 94 + ((i * 29) % 74), i * 47);
    return ellipse(x, y * 0.88 + 20, 11, 6.5, '#fbf0d4', i * 50);
  }),
].join('');

/** A puff pastry, bitten into at one corner. */
export const puff = [
  solid(
    'M36 236C30 200 60 176 100 172L380 150C430 150 456 180 450 214L444 330C442 366 420 384 380 388L110 398C60 400 40 376 40 340Z',
    '#dfa252',
    { shift: 12 },
  ),
  line(
    'M40 250Q120 236 240 240T448 226M40 278Q130 262 250 268T446 256M42 306Q130 292 250 296T446 284M44 334Q130 322 250 324T444 312M52 362Q140 350 250 352T438 342',
    '#b87a30',
    5,
  ),
  line('M46 264Q130 250 250 254T446 241M46 320Q130 306 250 310T444 298', '#f3d195', 5),
  solid(
    'M40 220C30 180 66 150 110 140C190 112 310 100 390 118C440 128 462 170 446 204C400 236 110 262 40 220Z',
    '#d48a38',
    { shift: 14 },
  ),
  ellipse(190, 160, 92, 20, '#edb668', -8),
  line('M120 196Q200 150 300 196M250 136Q330 150 390 190', '#a8641f', 5),
  shape(
    'M330 300C350 276 420 270 448 290L442 350C430 376 380 384 350 376C326 360 320 322 330 300Z',
    '#f0d069',
  ),
  [
    [362, 318],
    [404, 306],
    [390, 344],
    [426, 330],
  ]
    .map(([x, y]) => circle(x, y, 12, '#7fae45'))
    .join(''),
].join('');

/** A tea cake with banana on top. */
export const teaCake = [
  solid('M40 200H440L410 384Q408 394 396 394H84Q72 394 70 384Z', '#b9793a', { shift: 14 }),
  solid('M30 210C30 130 110 108 240 108C370 108 450 130 450 210Q240 232 30 210Z', '#96582a', { shift: 16 }),
  [120, 210, 300]
    .map(
      (x, i) =>
        ellipse(x, 158 + (i % 2) * 12, 46, 24, '#f6e2a4') + ellipse(x, 158 + (i % 2) * 12, 26, 11, '#e6c878'),
    )
    .join(''),
  [170, 260, 356].map((x, i) => ellipse(x, 132 + (i % 2) * 44, 20, 13, '#6d4020', 20 * i)).join(''),
  line('M84 240L98 380M150 240L156 388M240 240V390M330 240L324 388M396 240L382 380', '#94592a', 5),
].join('');

const paperCup = (color) =>
  solid('M100 270H380L340 430Q338 440 326 440H154Q142 440 140 430Z', color, { shift: 10 }) +
  line(
    'M140 280L164 434M186 280L200 436M240 280V438M294 280L280 436M340 280L316 434',
    darker(color, 0.16),
    6,
  );

export const cupcake = [
  paperCup('#d9a066'),
  shape('M80 270C80 220 130 206 240 206C350 206 400 220 400 270Q240 296 80 270Z', '#4a2a1c'),
  solid(
    'M84 256C60 206 120 178 150 184C150 130 200 120 214 128C220 90 240 66 262 52C262 90 280 108 286 128C330 124 340 160 334 184C380 186 410 216 396 256Q240 290 84 256Z',
    '#6b3e28',
    { shift: 18 },
  ),
  line('M112 224C180 250 300 250 370 222M166 176C210 196 270 196 318 176', '#8d5a3e', 9),
  ball(256, 60, 24, '#c8333a'),
].join('');

export const mawaCake = [
  paperCup('#f2e4c8'),
  solid('M76 276C70 176 150 130 240 130C330 130 410 176 404 276Q240 304 76 276Z', '#c78a44', { shift: 18 }),
  line('M160 196Q240 150 320 196', '#e3b272', 12),
  [200, 250, 290]
    .map((x, i) =>
      shape(`M${x - 16} ${176 + i * 10}q16 -14 32 0q-16 14 -32 0Z`, i === 1 ? '#8fae4e' : '#f2dcae'),
    )
    .join(''),
].join('');

/** A ring of dough under chocolate. */
export const doughnut = [
  solid(round(240, 250, 196, 176), '#d79b52', { shift: 20 }),
  shape(
    'M60 236C60 140 140 86 240 86C340 86 420 140 420 236C410 270 380 250 360 280C340 310 310 280 280 300C250 320 220 290 190 302C160 312 140 276 114 286C84 294 62 270 60 236Z',
    '#5b3423',
  ),
  ellipse(240, 226, 58, 38, '#3f2216'),
  ellipse(242, 238, 52, 28, '#f4e9d2'),
  ellipse(140, 170, 50, 18, '#8a5a43', -38),
].join('');

/** A round biscuit, `dots` decides what is on top. */
export const biscuit = (color, top) =>
  solid(round(240, 240, 190, 180), color, { shift: 20 }) +
  ellipse(170, 160, 60, 26, lighter(color, 0.25), -30) +
  top;

export const nankhatai = biscuit(
  '#dcae68',
  line('M150 210l40 14M300 180l34 20M180 330l40 -8M310 310l34 -10', '#bb8643', 6) +
    ellipse(240, 240, 50, 34, '#8fae4e', 20) +
    ellipse(230, 232, 22, 10, '#b9d07a', 20),
);

/** A rectangular biscuit with holes and a scalloped edge. */
export const teaBiscuit = [
  times(22, (i) => circle(66 + (i % 11) * 34.8, i < 11 ? 142 : 338, 20, '#c98f48')),
  times(12, (i) => circle(i < 6 ? 56 : 424, 150 + (i % 6) * 36, 20, '#c98f48')),
  shape(roundedBox(50, 134, 380, 212, 16), '#dba65e'),
  shape(roundedBox(82, 164, 316, 152, 10), '#e6b874'),
  times(15, (i) => circle(120 + (i % 5) * 60, 196 + Math.floor(i / 5) * 44, 7, '#a8702f')),
].join('');

export const murukku =
  [190, 148, 106, 64]
    .map(
      (r, i) =>
        `<circle cx="240" cy="240" r="${r}" fill="none" stroke="${i % 2 === 0 ? '#d9973c' : '#e5aa52'}" stroke-width="34"/><circle cx="240" cy="240" r="${r}" fill="none" stroke="#b9752a" stroke-width="34" stroke-dasharray="5 17" opacity="0.55"/>`,
    )
    .join('') + circle(240, 240, 34, '#d9973c');
