import { place } from '../art/canvas.mjs';
import { tag } from '../art/label.mjs';
import { powderArt, heapArt, bowlOf, sackOf, BOWLS } from '../loose/heaps.mjs';
import { peppercorn, pearl, ribbed, ridged, crystal } from '../loose/grains.mjs';
import { clove, pod, quill, starAnise, wrinkledPod } from '../loose/spices-and-nuts.mjs';
import { pouch, sachet, sack } from '../packs/bags.mjs';
import { carton } from '../packs/cartons.mjs';
import { bottle, can, jar } from '../packs/glass.mjs';
import { blossom, coriander, mint, sprig } from '../produce/herbs.mjs';
import { chilli, corn, ginger } from '../produce/pods-and-gourds.mjs';
import { cupcake } from '../produce/bread.mjs';
import { lemon } from '../produce/fruits.mjs';
import { placed } from '../produce/groups.mjs';
import { cacao, millet, wheat, wheatSheaf } from '../things/motifs.mjs';
import { crocus, meal } from '../things/kitchen.mjs';
import { pack } from './pack.mjs';

const inBowl = (goods) => (words) => bowlOf(words, goods);
const ragi = millet('#8a4030');
const jowar = millet('#f0dba2');
const bajra = millet('#9aa07a');

export const FLOURS_AND_BAKING = {
  'Chakki Atta 5 kg': pack(sack, { color: '#e9c98c', art: wheatSheaf }),
  'Chakki Atta, Loose': (words) => sackOf(words, { dust: '#e8d3a8', sack: '#c9a56a' }),
  'Multigrain Atta 1 kg': pack(pouch, {
    color: '#7a5a2f',
    art:
      placed(wheat, [[120, 240, 400, -18]]) +
      placed(corn, [[370, 250, 380, 14]]) +
      placed(ragi, [[244, 240, 400]]),
  }),
  Maida: inBowl({ dust: '#fbf8f0', bowl: BOWLS.blue }),
  'Fine Sooji 500 g': pack(pouch, {
    color: '#d99a2f',
    art: heapArt([pearl(9, 8, '#f7e2a4'), pearl(8, 8, '#efd48a')], 17, '#d9b45a'),
  }),
  Besan: inBowl({ dust: '#f0cf6a', bowl: BOWLS.copper }),
  'Rice Flour 500 g': pack(pouch, { color: '#3f8f6a', panel: '#b0dcc6', art: powderArt('#fbfaf4') }),
  'Ragi Flour 1 kg': pack(pouch, { color: '#8a3f2f', art: ragi }),
  'Jowar Flour 1 kg': pack(pouch, { color: '#b58a2a', art: jowar }),
  'Bajra Flour 1 kg': pack(pouch, { color: '#5f6f4f', art: bajra }),
  'Makki Atta 500 g': pack(pouch, { color: '#f2c233', art: corn }),
  'Corn Flour 200 g': pack(carton, { color: '#f6dd7a', art: corn }),
  'Cocoa Powder 150 g': pack(can, { color: '#5a3220', art: cacao }),
  'Baking Powder 100 g': pack(can, { color: '#1f8f8a', art: cupcake }),
  'Instant Dry Yeast 50 g': pack(sachet, {
    color: '#c8453a',
    art: heapArt([pearl(15, 9, '#c9a06a'), pearl(13, 8, '#b58c52')], 22, '#8f6a35'),
  }),
  'Vanilla Extract': pack(bottle, {
    kind: 'small',
    cap: 'dropper',
    capColor: '#2a2220',
    liquid: '#5a2f18',
    paper: '#fbf3df',
    art: blossom('#f7e7b0', '#e0b84a', 6),
  }),
};

const cumin = [ridged(21, 6.4, '#a07a48'), ridged(20, 6, '#8a653a')];
const seeds = (grains, step, ground, bowl) => inBowl({ grains, step, ground, bowl });
const chilliPair = (color) =>
  placed(chilli(color), [
    [190, 220, 470, -12],
    [290, 270, 470, 22, true],
  ]);
const quillBundle = [
  [150, -14],
  [196, 8],
  [226, -4],
  [262, 10],
  [300, -8],
]
  .map(([y, turn]) => place(quill, { x: 236, y, turn, scale: 1.45 }))
  .join('');
const turmericArt = placed(ginger, [[240, 190, 330]]) + powderArt('#eaa51f');

export const SPICES_AND_MASALAS = {
  'Turmeric Powder 200 g': pack(pouch, { color: '#e8a11c', art: turmericArt }),
  'Red Chilli Powder 200 g': pack(pouch, { color: '#c22f24', art: chilliPair('#d3302a') }),
  'Kashmiri Chilli Powder 100 g': pack(pouch, {
    color: '#8f1f2a',
    art: powderArt('#c2352c') + placed(chilli('#a8202a'), [[250, 170, 300, 30]]),
  }),
  'Coriander Powder 200 g': pack(pouch, { color: '#5f8f3a', art: placed(coriander, [[240, 220, 420]]) }),
  'Cumin Powder 100 g': pack(pouch, {
    color: '#8a6035',
    art: powderArt('#a8804a') + placed(sprig('#7f9a45'), [[240, 120, 200]]),
  }),
  'Cumin Seeds': seeds(cumin, 22, '#6b4a26', BOWLS.steel),
  'Mustard Seeds': seeds(
    [pearl(8, 7.6, '#3a2c28'), pearl(8, 7.6, '#52403a'), pearl(7.6, 7.4, '#2f2422')],
    15,
    '#1d1513',
    BOWLS.brass,
  ),
  'Fennel Seeds': seeds([ridged(24, 8.4, '#a3b25f'), ridged(23, 8, '#8c9d49')], 25, '#66752f', BOWLS.clay),
  Ajwain: seeds([ridged(13, 6.4, '#b08f5c'), ridged(12, 6, '#957446')], 18, '#6f5330', BOWLS.white),
  'Coriander Seeds': seeds(
    [ribbed(13, '#cdb06a'), ribbed(13, '#bb9d55'), ribbed(12, '#b5a863')],
    22,
    '#8a6f35',
    BOWLS.green,
  ),
  'Black Peppercorns': seeds(
    [peppercorn, place(peppercorn, { scale: 0.9, turn: 120 })],
    27,
    '#1c1613',
    BOWLS.copper,
  ),
  'Green Cardamom': seeds([pod('#9bb562', 26), pod('#87a351', 25)], 32, '#5d7730', BOWLS.white),
  'Black Cardamom': seeds([wrinkledPod('#5f4535'), wrinkledPod('#4f382b')], 46, '#2c1c13', BOWLS.brass),
  Cloves: seeds([clove, place(clove, { scale: 0.94 })], 29, '#4a2816', BOWLS.blue),
  'Cinnamon Quills': (words) => quillBundle + tag(words, { middle: 396 }),
  'Bay Leaves 50 g': pack(sachet, { color: '#5f7a45', art: sprig('#7f8f4a') }),
  'Star Anise': seeds(
    [place(starAnise, { scale: 1.1 }), place(starAnise, { scale: 1 })],
    74,
    '#5a3016',
    BOWLS.white,
  ),
  'Kashmiri Saffron 1 g': pack(sachet, { color: '#4a2a6b', art: crocus }),
  'Whole Red Chillies 100 g': pack(pouch, {
    color: '#e06a3a',
    art: placed(chilli('#b3241f', '#8a7a3a'), [
      [150, 200, 430, -30],
      [310, 190, 430, 30, true],
      [240, 290, 450, 0],
    ]),
  }),
  'Hing 50 g': pack(jar, {
    filling: '#e3bf6a',
    lid: '#f2f0e6',
    paper: '#f6d76a',
    art: heapArt([crystal(26, '#d9a54a'), crystal(22, '#c98f35')], 40, '#a8752a'),
  }),
  'Garam Masala 100 g': pack(carton, {
    color: '#6b2f1f',
    art:
      placed(place(starAnise, { x: 240, y: 240, scale: 3 }), [[170, 250, 250]]) +
      placed(place(pod('#9bb562', 30), { x: 240, y: 240, scale: 4 }), [[320, 170, 260, -30]]) +
      placed(place(clove, { x: 240, y: 240, scale: 4 }), [[340, 320, 260, -30]]),
  }),
  'Sambar Powder 200 g': pack(pouch, { color: '#b5481f', art: meal('#d9702a') }),
  'Chaat Masala 100 g': pack(carton, {
    color: '#3f7a4a',
    art: placed(mint, [[180, 240, 380]]) + placed(lemon, [[330, 300, 240]]),
  }),
  'Biryani Masala 50 g': pack(carton, { color: '#c27a1f', art: meal('#f3dfae', true) }),
  'Iodised Salt 1 kg': pack(pouch, { color: '#2f7fc4', panel: '#a9d3f2', art: powderArt('#fdfdfb') }),
  'Rock Salt 500 g': pack(pouch, {
    color: '#b56a7a',
    art: heapArt([crystal(34, '#f3c2c2'), crystal(30, '#eaa9ac')], 50, '#d98f95'),
  }),
};
