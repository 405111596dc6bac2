import { accentOf } from '../art/brands.mjs';
import { ellipse, place, shape, stretched } from '../art/canvas.mjs';
import { BOWLS, bowlOf, heapArt, sackOf } from '../loose/heaps.mjs';
import { crystal, kernel, pearl, split } from '../loose/grains.mjs';
import {
  almond,
  cashew,
  chip,
  curl,
  date,
  fig,
  peanut,
  pistachio,
  popcorn,
  puffed,
  raisin,
  ribbon,
  walnut,
} from '../loose/spices-and-nuts.mjs';
import { pillow, pouch } from '../packs/bags.mjs';
import { carton, flatCarton, sweetBox } from '../packs/cartons.mjs';
import { can, jar } from '../packs/glass.mjs';
import { flatbread, biscuit, murukku, teaBiscuit } from '../produce/bread.mjs';
import { bananas } from '../produce/fruits.mjs';
import { placed, three, times } from '../produce/groups.mjs';
import { potato } from '../produce/vegetables.mjs';
import {
  block,
  candy,
  chikki,
  chocolateBar,
  flaky,
  gajak,
  jaggery,
  katli,
  ladoo,
  noodles,
  syrupBalls,
} from '../things/dairy-and-sweets.mjs';
import { lotus } from '../things/motifs.mjs';
import { pack, weighing } from './pack.mjs';

const bhujia = heapArt([curl('#e0a03a', 9), curl('#cf8a2a', 8)], 40, '#a8661a');
const thinBhujia = heapArt([curl('#d98f35', 5), curl('#c27a24', 5)], 30, '#8f5a1a');
const sev = heapArt([curl('#f0a52f', 16), curl('#e08f1f', 15)], 56, '#b56a14');
const mixture = heapArt(
  [
    curl('#e8b048', 7),
    peanut('#c98a4c'),
    pearl(16, 16, '#f0c04f'),
    split(18, 15, '#e0a23a'),
    ellipse(0, 0, 22, 9, '#5f8f3a', 20),
  ],
  46,
  '#b5762a',
);
const sweetAndSour = heapArt(
  [curl('#f0c048', 9), ellipse(0, 0, 22, 14, '#f7e3b0'), pearl(15, 11, '#7a4a2a'), peanut('#d99a5c')],
  46,
  '#c28a35',
);
const banana = heapArt(
  [place(chip('#f5cf4a', { heart: ellipse(-2, -4, 14, 12, '#e6b430') }), { scale: 1.3 })],
  86,
  '#c99a24',
);
const wafers = heapArt(
  [place(chip('#f7dc8f'), { scale: 1.5 }), place(chip('#f3d27a'), { scale: 1.4 })],
  96,
  '#cfa04a',
);
const roastedMakhana = heapArt(
  [place(puffed, { scale: 1.3 }), place(puffed, { scale: 1.2, turn: 90 })],
  74,
  '#c95a2f',
);
const khakhra = times(5, (i) =>
  placed(stretched(flatbread('#dba85a', 14), 1, 0.36), [[240, 370 - i * 54, 420]]),
);
const papad = placed(flatbread('#f3dfa8', 26), [
  [180, 220, 330],
  [310, 270, 330],
]);
const jeeraBiscuit = biscuit(
  '#d99f55',
  times(12, (i) => ellipse(140 + ((i * 67) % 200), 150 + ((i * 47) % 190), 13, 5, '#7a5a2c', i * 50)),
);

/** A low box with room above it for what is in it. */
const lowBox = (words, color) =>
  flatCarton(words, { color, accent: accentOf(words), artShare: 0, y: 250, height: 172 });

export const SNACKS_AND_NAMKEEN = {
  'Aloo Bhujia 400 g': pack(pillow, { color: '#f0b429', art: bhujia + placed(potato, [[370, 120, 180]]) }),
  'Bikaneri Bhujia 400 g': pack(pillow, { color: '#b3281f', art: thinBhujia }),
  'Ratlami Sev 200 g': pack(pillow, { color: '#d9601f', art: sev }),
  'Mixture 400 g': pack(pillow, { color: '#2f7a4a', art: mixture }),
  'Khatta Meetha 350 g': pack(pillow, { color: '#a83a78', art: sweetAndSour }),
  'Moong Dal Namkeen 200 g': pack(pillow, {
    color: '#6a9a2f',
    art: heapArt([split(22, 15, '#f3d65a'), split(20, 14, '#e6c444')], 36, '#b5921f'),
  }),
  'Banana Chips 250 g': pack(pillow, {
    color: '#0f7a72',
    art: banana + placed(bananas('#f0cc3c'), [[390, 120, 200]]),
  }),
  'Potato Wafers, Salted': weighing('150 g', pack(pillow, { color: '#2f6fb5', art: wafers })),
  'Butter Murukku 200 g': pack(pillow, {
    color: '#7d2a1f',
    art: placed(murukku, [
      [170, 230, 300],
      [320, 270, 300],
    ]),
  }),
  'Ribbon Pakoda 200 g': pack(pillow, {
    color: '#c98a1f',
    art: heapArt(
      [place(ribbon('#e3a03f'), { scale: 1.4 }), place(ribbon('#d18a2c'), { scale: 1.3 })],
      84,
      '#9a601a',
    ),
  }),
  'Methi Khakhra 200 g': pack(carton, { color: '#5f8a3a', art: khakhra }),
  'Roasted Makhana, Peri Peri': weighing('80 g', pack(pillow, { color: '#d9482f', art: roastedMakhana })),
  'Salted Peanuts 200 g': pack(pillow, {
    color: '#4a4a8f',
    art: heapArt(
      [place(peanut('#e3b47a'), { scale: 1.3 }), place(peanut('#d6a266'), { scale: 1.2 })],
      58,
      '#a8743a',
    ),
  }),
  'Urad Papad 200 g': pack(pouch, { color: '#8f5a1f', art: papad }),
  'Jeera Biscuits 200 g': pack(carton, { color: '#c2791f', art: three(jeeraBiscuit, 260) }),
  'Glucose Biscuits 250 g': (words) =>
    lowBox(words, '#f3cf4a') +
    placed(teaBiscuit, [
      [130, 180, 190, -12],
      [324, 180, 190, 12],
      [226, 172, 210],
    ]),
  'Popping Corn 500 g': pack(pouch, {
    color: '#c8332a',
    art:
      heapArt([place(kernel, { scale: 1.2 })], 42, '#a87414') +
      placed(place(popcorn, { x: 240, y: 240, scale: 4 }), [
        [130, 120, 190],
        [350, 130, 200],
      ]),
  }),
  'Masala Instant Noodles': weighing('4 cakes', pack(pillow, { color: '#1f8a86', art: noodles })),
  'Hakka Noodles 300 g': pack(pouch, { color: '#b52a24', art: noodles }),
};

const rowOf = (art, size, y = 292) =>
  placed(art, [
    [100, y, size],
    [194, y - 8, size],
    [288, y - 8, size],
    [382, y, size],
  ]);
const sweets = (art, size, color) => (words) =>
  sweetBox(rowOf(art, size), words, { color, accent: '#f0cf7a' });
const inBowl = (goods) => (words) => bowlOf(words, goods);
const honeycomb = times(12, (i) => {
  const [x, y] = [100 + (i % 4) * 94 + (Math.floor(i / 4) % 2) * 47, 140 + Math.floor(i / 4) * 82];
  const wax = i % 3 === 0 ? '#e59a1f' : '#f3b83a';
  return place(shape('M0 -52L45 -26V26L0 52L-45 26V-26Z', wax, 'stroke="#a8641a" stroke-width="8"'), {
    x,
    y,
  });
});
const almonds = placed(place(almond, { x: 240, y: 240, scale: 3.4 }), [
  [180, 190, 300, -20],
  [310, 290, 300, 30],
]);

export const SWEETS_AND_DRY_FRUITS = {
  'Kaju Katli 250 g': sweets(katli, 132, '#a8285c'),
  'Motichoor Ladoo 500 g': sweets(ladoo('#ee8a1f', 34), 110, '#7a1f4a'),
  'Besan Ladoo 500 g': sweets(ladoo('#dca548', 12), 110, '#b5541f'),
  'Mysore Pak 250 g': sweets(block('#e0a637', '#b87d1f'), 112, '#3f5a8f'),
  'Gulab Jamun Tin 1 kg': pack(can, { color: '#8f2f1f', art: syrupBalls('#8a4a24') }),
  'Rasgulla Tin 1 kg': pack(can, { color: '#2f7fb5', art: syrupBalls('#fbf6ea') }),
  'Soan Papdi 500 g': (words) =>
    lowBox(words, '#d9a02a') +
    placed(flaky, [
      [140, 190, 160],
      [312, 190, 160],
      [226, 176, 180],
    ]),
  'Peanut Chikki 200 g': pack(pouch, { color: '#a8601f', art: chikki }),
  'Til Gajak 250 g': pack(carton, { color: '#6a7a3a', art: gajak }),
  'Dark Chocolate 70 %': weighing(
    '80 g',
    pack(carton, {
      color: '#2f1f1a',
      x: 108,
      width: 224,
      depth: 22,
      art: chocolateBar('#4a2618'),
      panel: '#d9b27a',
    }),
  ),
  'Milk Chocolate with Almonds': weighing(
    '80 g',
    pack(carton, {
      color: '#7a3f8f',
      x: 108,
      width: 224,
      depth: 22,
      art: placed(chocolateBar('#8a5230'), [[180, 250, 400]]) + placed(almonds, [[330, 280, 330]]),
    }),
  ),
  'Imli Candy 150 g': pack(pillow, {
    color: '#8f2f1f',
    art: placed(candy('#8a4a24'), [
      [160, 160, 300, -14],
      [320, 310, 300, 10],
    ]),
  }),
  'Cane Jaggery 1 kg': pack(pouch, { color: '#c9953f', art: jaggery }),
  Sugar: (words) =>
    sackOf(words, {
      grains: [crystal(13, '#fdfdfb'), crystal(11, '#f0f2f3')],
      step: 17,
      ground: '#d3d8da',
      sack: '#dcc9a0',
    }),
  'Wild Forest Honey 500 g': pack(jar, {
    filling: '#b5651a',
    lid: '#e0b23a',
    paper: '#fbeac0',
    art: placed(honeycomb, [[240, 240, 460]]),
  }),
  'Almonds, Whole': inBowl({
    grains: [almond, place(almond, { scale: 0.92 })],
    step: 47,
    ground: '#7a4a22',
    bowl: BOWLS.white,
  }),
  'Cashews W240': inBowl({
    grains: [cashew, place(cashew, { scale: 0.94 })],
    step: 49,
    ground: '#bb9a5f',
    bowl: BOWLS.blue,
  }),
  'Walnut Kernels': inBowl({
    grains: [place(walnut, { scale: 1.2 }), place(walnut, { scale: 1.1 })],
    step: 74,
    ground: '#6b441c',
    bowl: BOWLS.green,
  }),
  'Pistachios, Roasted & Salted': inBowl({
    grains: [pistachio, place(pistachio, { scale: 0.94 })],
    step: 48,
    ground: '#a88f5a',
    bowl: BOWLS.brass,
  }),
  'Golden Raisins': inBowl({
    grains: [raisin, place(raisin, { scale: 0.9 })],
    step: 35,
    ground: '#8f5f14',
    bowl: BOWLS.copper,
  }),
  'Dried Figs': inBowl({
    grains: [place(fig, { scale: 0.9 }), place(fig, { scale: 0.82 })],
    step: 72,
    ground: '#7a5226',
    bowl: BOWLS.steel,
  }),
  'Kimia Dates 500 g': pack(carton, {
    color: '#5a3a1f',
    art: heapArt([place(date, { scale: 1.5 }), place(date, { scale: 1.4 })], 78, '#2f1710'),
  }),
  'Makhana 250 g': pack(pouch, {
    color: '#4a5a9a',
    art:
      heapArt([place(puffed, { scale: 1.3 }), place(puffed, { scale: 1.2, turn: 70 })], 74, '#cbb68f') +
      placed(lotus, [[380, 110, 180]]),
  }),
};
