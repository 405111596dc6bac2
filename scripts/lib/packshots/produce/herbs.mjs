import {
  ball,
  circle,
  ellipse,
  inside,
  leaf,
  line,
  place,
  rect,
  round,
  shape,
  solid,
} from '../art/canvas.mjs';
import { darker, lighter } from '../art/color.mjs';
import { around, times } from './groups.mjs';

/* Bunches of herbs and greens. */

/** Ties stalks, which are drawn upward from (0, 0), to a bunch. */
const bunch = (stalk, { turns, stems, band = '#d9a648', bottom = 452 }) =>
  [
    times(7, (i) =>
      line(`M240 350L${196 + i * 15} ${bottom - (i % 2) * 12}`, i % 2 === 0 ? stems : darker(stems, 0.1), 9),
    ),
    turns
      .map((turn, i) =>
        place(stalk, { x: 240, y: 352, turn, scale: 1 - Math.abs(turn) / 260, flip: i % 2 === 1 }),
      )
      .join(''),
    rect(206, 336, 68, 26, band, 10),
    rect(206, 344, 68, 5, darker(band, 0.2)),
  ].join('');

/** A stalk with pairs of leaves; `piece` draws a leaf upward from (0, 0). */
const stalk = (length, pairs, piece, { color, spread = 62, from = 0.3 }) =>
  line(`M0 0V${-length}`, color, 7) +
  times(pairs, (i) => {
    const y = -length * (from + ((1 - from) * i) / pairs);
    const scale = 1 - (i / pairs) * 0.35;
    return place(piece, { y, turn: -spread, scale }) + place(piece, { y, turn: spread, scale });
  }) +
  place(piece, { y: -length + 8, scale: 0.8 });

const SPREAD = [-46, 46, -30, 30, -14, 15, 0];

const lobes = (color) =>
  shape(
    'M0 0C-10 -20 -46 -12 -50 -38C-54 -60 -30 -62 -24 -56C-30 -84 -8 -96 0 -78C8 -96 30 -84 24 -56C30 -62 54 -60 50 -38C46 -12 10 -20 0 0Z',
    color,
  ) + line('M0 -6V-64M0 -20L-30 -40M0 -20L30 -40', darker(color, 0.2), 3);

export const coriander = bunch(
  stalk(270, 3, place(line('M0 0V-34', '#77b052', 5) + place(lobes('#58a044'), { y: -26 }), {}), {
    color: '#77b052',
    spread: 54,
    from: 0.42,
  }),
  {
    turns: SPREAD,
    stems: '#8cc063',
  },
);

const mintLeaf =
  shape('M0 0C-40 -14 -46 -60 -28 -84Q-14 -100 0 -112Q14 -100 28 -84C46 -60 40 -14 0 0Z', '#3f9a52') +
  line('M0 -4V-100M0 -30L-24 -48M0 -30L24 -48M0 -58L-18 -74M0 -58L18 -74', '#2c7a3d', 3);

export const mint = bunch(stalk(270, 4, mintLeaf, { color: '#6f8f4a', spread: 66, from: 0.28 }), {
  turns: [-42, 40, -20, 20, 0],
  stems: '#7d8f55',
});

const curryLeaf = leaf(0, 0, 84, 20, 0, '#2f7d3b');

export const curryLeaves = bunch(stalk(300, 7, curryLeaf, { color: '#7a8a4a', spread: 58, from: 0.16 }), {
  turns: [-40, 40, 0],
  stems: '#7a8a4a',
});

const spinachLeaf =
  line('M0 0V-150', '#9ccb74', 12) +
  shape(
    'M0 -110C-60 -96 -92 -130 -80 -186C-70 -240 -30 -282 0 -300C30 -282 70 -240 80 -186C92 -130 60 -96 0 -110Z',
    '#3a8440',
  ) +
  shape('M0 -110C60 -96 92 -130 80 -186C70 -240 30 -282 0 -300Z', '#2f7236') +
  line('M0 -110V-280M0 -150L-48 -180M0 -150L48 -180M0 -200L-40 -228M0 -200L40 -228', '#8cc06a', 5);

export const spinach = bunch(spinachLeaf, {
  turns: [-58, 58, -36, 36, -14, 16, 0],
  stems: '#9ccb74',
  band: '#c96b4a',
});

const trefoil = [-64, 64, 0]
  .map((turn) =>
    place(
      shape('M0 0C-26 -18 -30 -50 0 -62C30 -50 26 -18 0 0Z', '#4c9b45') + line('M0 -6V-48', '#397a35', 3),
      { turn },
    ),
  )
  .join('');

export const fenugreek = bunch(
  stalk(270, 4, line('M0 0V-30', '#86b65e', 5) + place(trefoil, { y: -26 }), {
    color: '#86b65e',
    spread: 56,
    from: 0.3,
  }),
  {
    turns: SPREAD,
    stems: '#a3c97c',
  },
);

const frond =
  times(5, (i) => {
    const [y, reach] = [-i * 30, 48 - i * 7];
    return line(`M0 ${y}L${-reach} ${y - 36}M0 ${y}L${reach} ${y - 36}`, '#4a9a52', 10);
  }) + line('M0 0V-170', '#5fa85f', 9);

export const dill = bunch(stalk(236, 1, frond, { color: '#6fae62', spread: 42, from: 0.36 }), {
  turns: [-44, 44, -20, 20, 0],
  stems: '#8cc07c',
  band: '#c96b4a',
});

const ruffled = (color, vein) =>
  line('M0 0V-130', vein, 13) +
  shape(
    'M0 -60C-26 -50 -40 -66 -34 -84C-64 -84 -74 -112 -58 -132C-92 -140 -98 -180 -76 -200C-98 -222 -84 -262 -54 -264C-50 -294 -20 -306 0 -302C20 -306 50 -294 54 -264C84 -262 98 -222 76 -200C98 -180 92 -140 58 -132C74 -112 64 -84 34 -84C40 -66 26 -50 0 -60Z',
    color,
  ) +
  line(
    'M0 -60V-284M0 -110L-46 -140M0 -110L46 -140M0 -170L-52 -206M0 -170L52 -206M0 -226L-32 -252M0 -226L32 -252',
    vein,
    6,
  );

const flower =
  [0, 90, 180, 270].map((turn) => place(ellipse(0, -9, 7, 10, '#f5cf3a'), { turn })).join('') +
  circle(0, 0, 5, '#d9a41f');

export const mustardGreens =
  bunch(ruffled('#5ba03f', '#bfdd8f'), { turns: [-54, 54, -28, 30, 0], stems: '#b4d68a' }) +
  [
    [170, 60],
    [196, 40],
    [214, 66],
    [300, 52],
    [322, 72],
    [328, 40],
  ]
    .map(([x, y]) => place(flower, { x, y, scale: 1.3 }))
    .join('');

const amaranthLeaf =
  line('M0 0V-140', '#c23a63', 11) +
  shape(
    'M0 -90C-70 -110 -86 -170 -60 -220C-44 -256 -18 -280 0 -296C18 -280 44 -256 60 -220C86 -170 70 -110 0 -90Z',
    '#4f7d3e',
  ) +
  shape(
    'M0 -100C-54 -120 -64 -172 -44 -216C-32 -244 -14 -262 0 -276C14 -262 32 -244 44 -216C64 -172 54 -120 0 -100Z',
    '#a02a55',
  ) +
  line('M0 -96V-262M0 -130L-36 -160M0 -130L36 -160M0 -180L-32 -208M0 -180L32 -208', '#e06a90', 5);

export const redAmaranth = bunch(amaranthLeaf, {
  turns: [-58, 58, -36, 36, -14, 16, 0],
  stems: '#c23a63',
  band: '#e0c06a',
});

const springOnion =
  [-9, 9, 0]
    .map((turn, i) =>
      place(
        solid('M-13 0C-16 -90 -12 -190 2 -262C14 -190 16 -90 13 0Z', ['#4f9a45', '#5faa50', '#6cb65a'][i], {
          shift: 6,
        }),
        { turn },
      ),
    )
    .join('') +
  solid('M-13 0C-14 50 -22 84 -30 112C-34 140 34 140 30 112C22 84 14 50 13 0Z', '#f7f6ea', {
    shift: 7,
    dark: 0.12,
  }) +
  shape('M-14 -24L-13 34Q0 44 13 34L14 -24Z', '#cfe3a8') +
  line('M-10 132l-6 18M0 134v20M10 132l6 18', '#d3c9a4', 4);

export const springOnions = [
  [-24, 20, -12, 12, 0].map((turn) => place(springOnion, { x: 240 + turn * 1.2, y: 300, turn })).join(''),
  rect(186, 262, 108, 28, '#c96b4a', 10),
  rect(186, 271, 108, 5, '#a4503a'),
].join('');

const lemongrassStalk =
  line(
    'M0 -100C-8 -190 -40 -260 -64 -290M0 -100C6 -200 30 -270 60 -296M0 -100C2 -200 -4 -280 4 -330',
    '#7fb45c',
    12,
  ) +
  solid('M-14 -110C-16 -40 -24 60 -26 130Q0 144 26 130C24 60 16 -40 14 -110Z', '#dfe6b2', {
    shift: 8,
    dark: 0.14,
  }) +
  shape('M-26 130C-24 96 -22 60 -20 40Q0 54 20 40C22 60 24 96 26 130Q0 144 -26 130Z', '#f3e4d2') +
  line('M-12 -70Q-14 10 -16 90M6 -80Q10 10 10 96', '#b9c98a', 4);

export const lemongrass = [
  [-22, 20, -11, 10, 0].map((turn) => place(lemongrassStalk, { x: 240 + turn * 1.6, y: 318, turn })).join(''),
  rect(184, 286, 112, 26, '#b98a4a', 9),
  rect(184, 294, 112, 5, '#8f6a36'),
].join('');

/** A head of crisp lettuce, with ruffled edges. */
export const lettuce = [
  ...[-62, 62, -34, 34].map((turn, i) =>
    place(
      shape(
        'M0 0C-90 -30 -120 -130 -84 -176C-76 -204 -48 -196 -36 -214C-18 -232 12 -228 24 -212C48 -214 76 -196 84 -170C116 -120 90 -30 0 0Z',
        i < 2 ? '#8cc05c' : '#9dcc6c',
      ),
      { x: 240, y: 400, turn, scale: 1.22 },
    ),
  ),
  ball(240, 268, 146, '#bddf8a', { shine: 0.2 }),
  inside(
    round(240, 268, 146, 146),
    shape('M80 300C110 180 190 130 300 130C220 180 190 290 200 430H80Z', '#a8d377') +
      shape('M400 300C390 200 340 150 270 130C330 200 340 320 300 430H400Z', '#9fcb6e') +
      line(
        'M240 420C236 330 250 240 290 160M246 340C280 310 300 270 306 240M240 370C210 330 200 290 204 250',
        '#e8f6cd',
        7,
      ),
  ),
  place(
    shape(
      'M-120 0C-130 -40 -110 -70 -84 -76C-76 -104 -44 -104 -34 -86C-16 -106 16 -106 30 -88C48 -104 80 -98 86 -74C112 -66 128 -36 118 0C60 34 -60 34 -120 0Z',
      '#c9e69a',
    ),
    { x: 240, y: 392 },
  ),
  line('M240 412V340M240 396L180 350M240 396L300 350', '#eef8d6', 7),
].join('');

const basilLeaf =
  shape('M0 0C-54 -20 -66 -80 -40 -124Q-20 -152 0 -164Q20 -152 40 -124C66 -80 54 -20 0 0Z', '#4fa045') +
  shape('M0 0C54 -20 66 -80 40 -124Q20 -152 0 -164Z', '#3f8c38') +
  ellipse(-24, -92, 9, 32, lighter('#4fa045', 0.3), 12) +
  line('M0 -6V-146', '#8cc870', 4);

export const basil = bunch(stalk(190, 2, basilLeaf, { color: '#7fb060', spread: 66, from: 0.3 }), {
  turns: [-38, 38, -2],
  stems: '#8fbe6c',
});

/** A few leaves, for labels. */
export const sprig = (color) =>
  [-54, 54, -24, 24, 0].map((turn) => leaf(240, 410, 250 - Math.abs(turn), 62, turn, color)).join('');

/** A flower for labels: petals around a heart. */
export const blossom = (color, heart, petals = 5) =>
  times(petals, (i) => {
    const [x, y] = around(240, 240, 92, (i * 360) / petals - 90);
    return ellipse(x, y, 96, 66, i % 2 === 0 ? color : darker(color, 0.06), (i * 360) / petals - 90);
  }) + ball(240, 240, 62, heart);
