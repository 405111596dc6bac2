import { place } from '../art/canvas.mjs';
import { tag } from '../art/label.mjs';
import { accentOf } from '../art/brands.mjs';
import { heapArt } from '../loose/heaps.mjs';
import { peanutShell } from '../loose/spices-and-nuts.mjs';
import { pouch } from '../packs/bags.mjs';
import { blister, carton, flatCarton, longCarton, smallBrick, wrappedBlock } from '../packs/cartons.mjs';
import { bottle, jar } from '../packs/glass.mjs';
import { citrusHalf, lemon, mango } from '../produce/fruits.mjs';
import { placed } from '../produce/groups.mjs';
import { blossom, sprig } from '../produce/herbs.mjs';
import { coconutHalf, strawberry } from '../produce/more-fruits.mjs';
import { chilli, garlic } from '../produce/pods-and-gourds.mjs';
import { slimCarrot, tomato } from '../produce/vegetables.mjs';
import { diya } from '../things/dairy-and-sweets.mjs';
import {
  bagRoll,
  battery,
  broom,
  bulb,
  candle,
  foilSheet,
  incense,
  matchstick,
  mop,
  rolls,
  soapBar,
  sponge,
} from '../things/household.mjs';
import { bubbles, dishes, shirt, sparkle, windowPane } from '../things/care-motifs.mjs';
import { tamarindPods } from '../things/kitchen.mjs';
import { chunk } from '../loose/grains.mjs';
import { pack, weighing } from './pack.mjs';

const cut = (color, scale = 1.5) => place(chunk(color), { scale });
const pieces = (...colors) =>
  placed(
    heapArt(
      colors.map((color) => cut(color)),
      70,
      '#7a2f12',
    ),
    [
      [140, 420, 260],
      [330, 420, 260],
    ],
  );
const pickle = (filling, lid, paper, art, chunks) =>
  pack(jar, { filling, lid, paper, art, pieces: pieces(...chunks) });
const rawMango = mango('#8fae45', '#6f9a3a');
const limes = citrusHalf('#8fae3a', '#d3dc7a');
const redChillies = placed(chilli('#c2281f'), [
  [190, 220, 460, -12],
  [290, 270, 460, 22, true],
]);
const greenChillies = placed(chilli('#4f9a35'), [
  [190, 220, 460, -12],
  [290, 270, 460, 22, true],
]);
const mixedFruit =
  placed(strawberry, [[160, 200, 300]]) +
  placed(citrusHalf('#f08a24', '#f7a640'), [[320, 180, 240]]) +
  placed(mango('#f2a326', '#ee8a2c'), [[280, 340, 260]]);
const mixedVegetables =
  placed(slimCarrot('#ee8327'), [[130, 240, 420, -16]]) +
  placed(rawMango, [[260, 200, 260]]) +
  placed(limes, [[330, 340, 220]]);
const peanuts = placed(place(peanutShell, { x: 240, y: 240, scale: 2.2 }), [
  [200, 180, 330, -24],
  [280, 300, 330, 16],
]);

export const PICKLES_AND_SAUCES = {
  'Mango Pickle 500 g': pickle('#c9761f', '#d9a02a', '#fdf0c4', rawMango, ['#b56a1a', '#9a8a2f']),
  'Avakaya 300 g': pickle(
    '#a8281a',
    '#2f2a24',
    '#fbe0b8',
    placed(rawMango, [[170, 220, 320]]) + placed(chilli('#c2281f'), [[310, 270, 360]]),
    ['#8f2a14', '#b5481f'],
  ),
  'Lime Pickle 400 g': pickle('#8a5a1a', '#5f8a2f', '#eef3c9', limes, ['#7a6a24', '#9a5a1a']),
  'Mixed Pickle 500 g': pickle('#c25a1a', '#8a3b1e', '#fbe6cc', mixedVegetables, [
    '#d97a24',
    '#7a8a2f',
    '#a8481a',
  ]),
  'Garlic Pickle 300 g': pickle('#b5401a', '#c9bfae', '#efcfa6', garlic, ['#e0b27a', '#cf9a5c']),
  'Stuffed Red Chilli Pickle': weighing(
    '400 g',
    pickle('#9a1f14', '#b3241f', '#fddccc', redChillies, ['#b3241f', '#7a1a10']),
  ),
  'Tomato Ketchup 500 g': pack(bottle, {
    kind: 'sauce',
    liquid: '#c2281c',
    opaque: true,
    capColor: '#f4f1e8',
    art: tomato,
  }),
  'Green Chilli Sauce 200 g': pack(bottle, {
    kind: 'sauce',
    liquid: '#5f9a2f',
    opaque: true,
    capColor: '#c4322f',
    paper: '#f3f7d9',
    art: greenChillies,
  }),
  'Schezwan Chutney 250 g': pack(jar, {
    filling: '#b3261a',
    lid: '#1f1a18',
    paper: '#ffe0c2',
    art: redChillies,
  }),
  'Tamarind Date Chutney 300 g': pack(bottle, {
    kind: 'sauce',
    liquid: '#4f2a1c',
    opaque: true,
    capColor: '#d9a02a',
    paper: '#f6e3c4',
    art: tamarindPods,
  }),
  'Mixed Fruit Jam 500 g': pack(jar, {
    filling: '#c2304a',
    lid: '#f0b429',
    paper: '#fff0e0',
    art: mixedFruit,
  }),
  'Peanut Butter, Crunchy': weighing(
    '350 g',
    pack(jar, { filling: '#c9914f', lid: '#c26a12', paper: '#fff0d0', art: peanuts }),
  ),
  'Tamarind Block 500 g': pack(wrappedBlock, {
    color: '#8a5230',
    art: placed(tamarindPods, [[226, 128, 230]]),
  }),
  'Coconut Milk 200 ml': pack(smallBrick, { color: '#e9f3f5', panel: '#8fc9c4', art: coconutHalf }),
  'Pasta Sauce, Tomato Basil': weighing(
    '350 g',
    pack(jar, {
      filling: '#c9301f',
      lid: '#d9b45a',
      paper: '#f7f1dc',
      art: placed(tomato, [[200, 260, 340]]) + placed(sprig('#4f9a3c'), [[330, 200, 260]]),
    }),
  ),
};

const flatBottle = (look) => pack(bottle, { kind: 'flask', opaque: true, ...look });
const shelved = (art, size, x) => (words) => placed(art, [[x, 200, size]]) + tag(words, { middle: 392 });

export const HOUSEHOLD = {
  'Dishwash Bar 200 g': (words) =>
    flatCarton(words, { color: '#8fc43a', accent: '#0f5f8f', artShare: 0, y: 250, height: 172 }) +
    placed(soapBar('#a3cf4a'), [[226, 168, 250]]),
  'Dishwash Liquid 750 ml': flatBottle({
    liquid: '#8fc43a',
    cap: 'flip',
    capColor: '#f4f6f0',
    paper: '#dcebf0',
    art: dishes,
  }),
  'Scrub Sponges': weighing('3 pieces', (words) =>
    blister(
      placed(sponge('#f2cf3a', '#3f8f4a'), [
        [240, 284, 170],
        [240, 334, 180],
        [240, 384, 190],
      ]),
      words,
      { color: '#0f6f9c', accent: accentOf(words), top: 0.46 },
    ),
  ),
  'Washing Powder 1 kg': pack(pouch, { color: '#1f7fc4', art: shirt('#fdfdfb'), panel: '#bfe0f5' }),
  'Liquid Detergent 1 L': flatBottle({
    liquid: '#2f6fc9',
    cap: 'screw',
    capColor: '#f2f4f6',
    paper: '#e9f3fd',
    art: bubbles,
  }),
  'Fabric Softener 800 ml': flatBottle({
    liquid: '#c98fc4',
    cap: 'flip',
    capColor: '#8a5a9a',
    paper: '#ecd3ee',
    art: blossom('#fdfaf2', '#f0cf6a'),
  }),
  'Floor Cleaner, Citronella': weighing(
    '1 L',
    flatBottle({
      liquid: '#e0c93a',
      cap: 'screw',
      capColor: '#2f7a4a',
      paper: '#fbf8d9',
      art: placed(lemon, [[200, 280, 280]]) + placed(sprig('#6fae45'), [[320, 180, 280]]),
    }),
  ),
  'Toilet Cleaner 500 ml': pack(bottle, {
    kind: 'tall',
    opaque: true,
    liquid: '#1f4f9a',
    cap: 'flip',
    capColor: '#d9342f',
    paper: '#eaf3fb',
    art: sparkle('#2f9ad6'),
  }),
  'Glass Cleaner Spray': weighing(
    '500 ml',
    pack(bottle, {
      kind: 'small',
      cap: 'trigger',
      capColor: '#1f7fc4',
      liquid: '#9ad3ee',
      paper: '#f2faff',
      art: windowPane,
    }),
  ),
  'Soft Broom': shelved(broom, 400, 240),
  'Cotton Floor Mop': shelved(mop, 400, 240),
  'Garbage Bags, Medium': weighing(
    '30 bags',
    (words) =>
      placed(bagRoll('#5f8f4a'), [[240, 166, 320]]) +
      flatCarton(words, {
        color: '#dfe9d2',
        accent: accentOf(words),
        artShare: 0,
        y: 272,
        height: 152,
        x: 56,
        width: 330,
      }),
  ),
  'Kitchen Towel Roll': weighing(
    '2 rolls',
    (words) => placed(rolls, [[240, 204, 400]]) + tag(words, { middle: 392 }),
  ),
  'Aluminium Foil 9 m': (words) =>
    placed(foilSheet, [[224, 120, 340]]) +
    longCarton(words, { color: '#c8453a', accent: '#ffe9b8', y: 262, height: 156 }),
  'Safety Matches': weighing(
    '10 boxes',
    (words) =>
      placed(matchstick, [
        [140, 190, 250, -24],
        [184, 176, 250, -10],
        [228, 170, 250, 2],
        [272, 176, 250, 12],
        [316, 190, 250, 26],
      ]) + flatCarton(words, { color: '#d9342f', accent: '#ffe9b8', artShare: 0, y: 250, height: 172 }),
  ),
  'Mogra Incense Sticks': weighing(
    '60 sticks',
    (words) =>
      placed(incense, [[240, 160, 330]]) +
      longCarton(words, { color: '#3f5a3a', accent: '#f3e3a8', y: 262, height: 156 }),
  ),
  'Cotton Wicks & Diyas': weighing('12 diyas', pack(carton, { color: '#5a2a6b', art: diya })),
  'Household Candles': weighing(
    '6 candles',
    pack(carton, {
      color: '#f0e3c0',
      panel: '#c96a4a',
      art: placed(candle, [
        [150, 260, 380],
        [240, 240, 420],
        [330, 260, 380],
      ]),
    }),
  ),
  'AA Batteries': weighing('4 cells', (words) =>
    blister(
      placed(battery('#2f2a3a'), [
        [162, 330, 180],
        [214, 330, 180],
        [266, 330, 180],
        [318, 330, 180],
      ]),
      words,
      { color: '#d9a02a', accent: accentOf(words) },
    ),
  ),
  'LED Bulb 9 W': (words) =>
    placed(bulb, [[118, 262, 320]]) +
    carton(words, {
      color: '#2f566b',
      accent: accentOf(words),
      x: 216,
      y: 110,
      width: 188,
      height: 320,
      depth: 36,
      art: placed(bulb, [[240, 240, 460]]),
      panel: '#ffe9a8',
    }),
};
