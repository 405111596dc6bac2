import {
  ball,
  circle,
  ellipse,
  faint,
  inside,
  line,
  place,
  rect,
  round,
  roundedBox,
  shape,
  solid,
} from '../art/canvas.mjs';
import { darker, lighter } from '../art/color.mjs';
import { around, placed, times } from '../produce/groups.mjs';

/* Milk, cheese, eggs and sweets, which packs show or hold. */

/** A cube, seen from above; `top` is turned to the light. */
export const cube = (color) =>
  shape('M40 170L240 90L440 170L240 250Z', lighter(color, 0.35)) +
  shape('M40 170L240 250V440L40 350Z', color) +
  shape('M440 170L240 250V440L440 350Z', darker(color, 0.16));

/** Three cubes on each other, as of paneer. */
export const cubes = (color) =>
  placed(cube(color), [
    [240, 150, 200],
    [140, 290, 210],
    [336, 290, 210],
  ]);

/** A wedge of cheese; `holes` lie on it. */
export const cheeseWedge = (color, holes = '') =>
  shape('M30 250L300 90Q420 110 450 220V240Z', lighter(color, 0.3)) +
  shape('M30 250L450 236V370L30 390Z', color) +
  holes +
  line('M30 250L450 236', lighter(color, 0.45), 4);

/** The holes of a wedge. */
export const cheeseHoles = (color) =>
  ellipse(140, 320, 34, 26, darker(color, 0.2)) +
  ellipse(270, 290, 26, 20, darker(color, 0.2)) +
  ellipse(360, 330, 30, 22, darker(color, 0.2)) +
  ellipse(300, 160, 30, 14, darker(color, 0.1));

export const cuminDots =
  times(12, (i) => ellipse(90 + ((i * 97) % 320), 270 + ((i * 37) % 90), 10, 4, '#8a6a35', i * 40)) +
  times(5, (i) => ellipse(190 + i * 44, 180 + ((i * 31) % 50), 9, 4, '#8a6a35', i * 50));

/** Slices of cheese, fanned out. */
export const cheeseSlices = [0, 1, 2]
  .map((i) =>
    place(
      shape(
        roundedBox(-150, -140, 300, 280, 12),
        ['#eda93a', '#f3b948', '#f9cb62'][i],
        'stroke="#d18e22" stroke-width="5"',
      ),
      { x: 200 + i * 40, y: 270 - i * 26, turn: -14 + i * 9 },
    ),
  )
  .join('');

export const mozzarella =
  ball(200, 260, 150, '#fbf7ea', { shine: 0.6 }) +
  solid(round(340, 320, 96, 70), '#f5efdd', { shift: 10, dark: 0.12 }) +
  ellipse(340, 306, 74, 40, '#fffdf6');

/** A dollop of cream or curd. */
export const swirl = (color) =>
  solid(
    'M50 380C40 300 110 280 140 282C130 220 190 200 214 206C210 150 240 110 280 80C280 130 300 150 300 200C350 196 370 240 356 280C400 280 440 310 430 380Q240 410 50 380Z',
    color,
    { shift: 18, dark: 0.12 },
  ) + line('M110 330Q240 370 370 326M176 262Q250 290 326 258', darker(color, 0.14), 8);

/** A pat of butter on its dish. */
export const butterPat =
  ellipse(240, 376, 210, 40, '#dfe6ea') +
  ellipse(240, 366, 200, 34, '#fbfdfd') +
  shape('M110 240L190 190H400L330 240Z', '#fbe58e') +
  rect(110, 240, 220, 120, '#f5d35c') +
  shape('M330 240L400 190V306L330 360Z', '#e0b83c');

/** An egg in its shell. */
export const egg = (color) =>
  solid(
    'M240 60C320 60 390 190 390 290C390 380 320 430 240 430C160 430 90 380 90 290C90 190 160 60 240 60Z',
    color,
    { shift: 22, dark: 0.15 },
  ) + ellipse(180, 180, 30, 56, lighter(color, 0.55), 20);

/** A carton with two rows of eggs. */
export const eggCarton = (colors, pulp) => {
  const row = (y, size, shift) =>
    times(5, (i) => placed(egg(colors[(i + shift) % colors.length]), [[76 + i * 82, y, size]]));
  return [
    solid(roundedBox(28, 94, 424, 110, 16), darker(pulp, 0.1), { shift: 6 }),
    row(206, 124, 0),
    shape('M20 238H460V270H20Z', darker(pulp, 0.2)),
    row(262, 134, 2),
    solid(
      `M16 290Q57 250 98 290Q139 250 180 290Q221 250 262 290Q303 250 344 290Q385 250 426 290L464 290L444 410Q440 424 424 424H56Q40 424 36 410Z`,
      pulp,
      { shift: 8 },
    ),
    line('M98 294V330M180 294V330M262 294V330M344 294V330', darker(pulp, 0.2), 6),
  ].join('');
};

/** A pot of clay with a paper lid. */
export const clayPot = [
  solid(
    'M150 120C90 150 40 220 48 300C56 390 130 434 240 434C350 434 424 390 432 300C440 220 390 150 330 120Z',
    '#b9633a',
    { shift: 22 },
  ),
  ellipse(120, 226, 20, 56, '#d98c62', 24),
  solid('M118 116Q240 150 362 116L346 86Q240 60 134 86Z', '#f6efdf', { shift: 8, dark: 0.12 }),
  line('M130 118Q240 150 350 118', '#c9483a', 7),
  line('M110 176Q240 220 370 176', '#8f4526', 6, 'stroke-dasharray="2 16"'),
].join('');

/** An aluminum can for loose milk. */
export const milkCan = [
  line('M150 120Q110 60 240 44Q370 60 330 120', '#8d979d', 14),
  solid(
    'M184 110H296V150C380 176 404 220 404 260V404Q404 434 374 434H106Q76 434 76 404V260C76 220 100 176 184 150Z',
    '#c3ccd1',
    { shift: 20 },
  ),
  ellipse(240, 110, 74, 20, '#9aa5ab'),
  ellipse(240, 104, 74, 18, '#dde4e7'),
  ellipse(240, 86, 22, 12, '#aab4ba'),
  line('M80 262Q240 290 400 262', '#aab5bb', 5),
  line('M112 250V400', '#f0f4f6', 12),
].join('');

/** A glass of milk, filled to the brim. */
export const milkGlass =
  shape('M130 70H350L326 420Q324 436 308 436H172Q156 436 154 420Z', '#ffffff', 'opacity="0.75"') +
  shape('M138 130H342L322 408Q320 424 306 424H174Q160 424 158 408Z', '#fffdf4') +
  ellipse(240, 130, 102, 18, '#f3ecd6') +
  line('M164 150L180 400', '#ffffff', 12) +
  line('M130 70H350L326 420Q324 436 308 436H172Q156 436 154 420Z', '#c6d6df', 5);

/** A round sweet with grains in it. */
export const ladoo = (color, dots) =>
  ball(240, 240, 180, color, { shine: 0.3 }) +
  times(30, (i) =>
    circle(
      ...around(236, 236, 20 + (i % 5) * 34, i * 71),
      dots,
      i % 2 === 0 ? darker(color, 0.18) : lighter(color, 0.3),
    ),
  );

export const katli =
  shape('M240 90L450 240L240 390L30 240Z', '#d6c39c') +
  shape('M240 76L450 226L240 376L30 226Z', '#f2e6cb') +
  shape('M240 110L400 226L240 340L80 226Z', '#dfe4e6') +
  shape('M240 110L400 226L300 296L180 150Z', '#f2f5f6');

/** A block of sweet with a rough top. */
export const block = (color, dots) =>
  cube(color) + times(12, (i) => ellipse(120 + ((i * 61) % 240), 140 + ((i * 29) % 70), 9, 5, dots));

/** Three soft balls, as of rasgulla. */
export const syrupBalls = (color) =>
  placed(ball(240, 240, 200, color, { shine: 0.45 }), [
    [150, 210, 170],
    [330, 210, 170],
    [240, 300, 180],
  ]);

/** Squares of brittle. */
export const chikki =
  solid(roundedBox(60, 90, 360, 320, 14), '#c78436', { shift: 16 }) +
  line('M180 94V404M300 94V404M64 198H414M64 304H414', '#8f5618', 7) +
  times(30, (i) =>
    ellipse(
      92 + ((i * 67) % 300),
      120 + ((i * 89) % 260),
      19,
      13,
      i % 2 === 0 ? '#ecc486' : '#e0b06a',
      i * 37,
    ),
  );

export const gajak = [0, 1, 2]
  .map(
    (i) =>
      solid(roundedBox(60 + i * 14, 290 - i * 90, 340, 96, 10), '#d9b26a', { shift: 10 }) +
      times(14, (n) =>
        ellipse(90 + i * 14 + ((n * 53) % 280), 310 - i * 90 + ((n * 31) % 54), 10, 6, '#f8ebc8', n * 40),
      ),
  )
  .join('');

/** A bar of twelve squares; `nuts` lie on it. */
export const chocolateBar = (color, nuts = '') =>
  solid(roundedBox(70, 60, 340, 360, 12), color, { shift: 14, dark: 0.3 }) +
  times(
    12,
    (i) =>
      rect(88 + (i % 3) * 104, 78 + Math.floor(i / 3) * 84, 92, 72, lighter(color, 0.12), 8) +
      line(`M${96 + (i % 3) * 104} ${84 + Math.floor(i / 3) * 84}h70`, lighter(color, 0.3), 5),
  ) +
  nuts;

/** A sweet in its wrapper. */
export const candy = (color) =>
  shape(
    'M40 170Q90 210 130 220L140 270Q80 280 50 330Q20 250 40 170ZM440 170Q390 210 350 220L340 270Q400 280 430 330Q460 250 440 170Z',
    darker(color, 0.12),
  ) +
  ball(240, 246, 120, color, { shine: 0.5 }) +
  faint(line('M180 150Q260 240 200 340M270 136Q340 240 280 356', '#fff6e0', 16), 0.8);

export const jaggery = [
  solid(
    'M60 400C50 300 110 240 160 180C200 130 280 130 320 180C370 240 430 300 420 400Q240 440 60 400Z',
    '#8f5523',
    { shift: 22 },
  ),
  line('M130 280q40 -30 70 -10M270 220q40 10 60 50M160 360q60 -20 110 0', '#6b3b13', 8),
  shape('M330 330L440 300L460 410L350 424Z', '#a3662f'),
  shape('M330 330L440 300L400 360Z', '#c08a4a'),
].join('');

/** A bowl of noodles. */
export const noodles =
  inside(
    'M40 60H440V250H40Z',
    ellipse(240, 240, 180, 90, '#e9b95a') +
      times(9, (i) =>
        line(
          `M${70 + i * 6} ${250 - i * 3}C${120 + i * 24} ${120 + i * 9} ${180 + i * 22} ${300 - i * 14} ${400 - i * 8} ${230 - i * 6}`,
          i % 2 === 0 ? '#d99d34' : '#f6d78a',
          11,
        ),
      ),
  ) +
  solid('M40 240H440C440 340 380 420 310 430H170C100 420 40 340 40 240Z', '#c9483a', { shift: 14 }) +
  line('M330 200L450 40M300 190L400 30', '#8a5a2c', 11);

/** A cut piece with sections in it, as of soan papdi. */
export const flaky =
  cube('#ecc87a') +
  line(
    'M60 210L230 280M60 250L230 320M60 290L230 360M60 330L230 400M420 210L250 280M420 250L250 320M420 290L250 360M420 330L250 400',
    '#cf9f44',
    5,
  ) +
  [150, 240, 320].map((x, i) => ellipse(x, 166 + (i % 2) * 20, 22, 9, '#8fae4e', 20 * i)).join('');

export const diya =
  shape('M240 40C280 110 290 150 270 190C260 214 220 214 210 190C190 150 200 110 240 40Z', '#f6a623') +
  shape('M240 100C258 134 262 160 252 184Q240 200 228 184C218 160 222 134 240 100Z', '#fde08a') +
  solid('M40 220Q240 180 440 220C430 330 350 390 240 390C130 390 50 330 40 220Z', '#b85c34', { shift: 18 }) +
  ellipse(240, 224, 176, 34, '#8a3f20') +
  ellipse(240, 228, 150, 24, '#d99a3c');
