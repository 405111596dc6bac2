import { clothBag, pouch } from '../packs/bags.mjs';
import { BOWLS, bowlOf, heapArt, sackOf } from '../loose/heaps.mjs';
import {
  blackEye,
  chickpea,
  chunk,
  flake,
  grit,
  kidney,
  pearl,
  pulse,
  redRice,
  rice,
  speckles,
  split,
  splitWithSkin,
  strand,
} from '../loose/grains.mjs';
import { place } from '../art/canvas.mjs';
import { pack } from './pack.mjs';

const inBowl = (goods) => (words) => bowlOf(words, goods);
const inSack = (goods) => (words) => sackOf(words, goods);

const basmati = [rice(25, 4.6, '#fbf6e6'), rice(24, 4.4, '#f3ead2')];
const brownRice = [rice(24, 5, '#c99f68'), rice(23, 5, '#b98c54')];
const roundRice = [pearl(12, 9, '#fbf3dc'), pearl(11, 8.5, '#f3e8c9')];
const poha = (rx, ry) => [flake(rx, ry, '#fbf4e2'), flake(rx * 0.9, ry, '#f3e8cd')];

export const RICE_AND_GRAINS = {
  'Basmati Rice, Aged 2 Years': inSack({ grains: basmati, step: 20, ground: '#d8cba6' }),
  'Basmati Rice 5 kg': pack(clothBag, {
    color: '#f1e6cb',
    art: heapArt(basmati, 26, '#d8cba6'),
    panel: '#8fb58a',
  }),
  'Basmati Tukda': inSack({
    grains: [rice(12, 4.6, '#fbf6e6'), rice(9, 4.6, '#f1e7cd')],
    step: 15,
    ground: '#dccfa9',
    sack: '#b9a27a',
  }),
  'Brown Basmati 1 kg': pack(pouch, { color: '#7a5a34', art: heapArt(brownRice, 26, '#8f6a3c') }),
  'Sona Masoori Rice': inSack({
    grains: [rice(17, 5.6, '#fdf9ee'), rice(16, 5.4, '#f4edda')],
    step: 17,
    ground: '#dcd2b8',
    sack: '#d6b98a',
  }),
  'Ponni Boiled Rice': inBowl({
    grains: [rice(17, 5.6, '#f3dfa6'), rice(16, 5.6, '#e9d08d')],
    step: 18,
    ground: '#c9ab62',
    bowl: BOWLS.steel,
  }),
  'Idli Rice': inBowl({
    grains: [pearl(14, 9, '#fbf5e4'), pearl(13, 8.6, '#f0e5c6')],
    step: 19,
    ground: '#d3c59c',
    bowl: BOWLS.brass,
  }),
  'Matta Red Rice': inBowl({
    grains: [redRice('#a8493a'), redRice('#bd6048')],
    step: 27,
    ground: '#7d3226',
    bowl: BOWLS.clay,
  }),
  'Gobindobhog Rice 1 kg': pack(pouch, {
    color: '#a83a2c',
    panel: '#e3b38a',
    art: heapArt(roundRice, 25, '#d3c59c'),
  }),
  'Thick Poha': inBowl({ grains: poha(22, 13), step: 25, ground: '#d9cba4', bowl: BOWLS.wood }),
  'Thin Poha 500 g': pack(pouch, {
    color: '#e8a23a',
    panel: '#c9762a',
    art: heapArt(poha(30, 16), 38, '#d9cba4'),
  }),
  'Puffed Rice 250 g': pack(pouch, {
    color: '#3f8f9c',
    panel: '#a3d6dc',
    art: heapArt([pearl(24, 13, '#fdf8ea'), pearl(22, 12, '#f4ecd6')], 36, '#d9cba4'),
  }),
  'Broken Wheat 500 g': pack(pouch, {
    color: '#a8742f',
    art: heapArt([grit(13, '#d9a55a'), grit(11, '#c48d43')], 22, '#a8742f'),
  }),
  'Rolled Oats 1 kg': pack(pouch, {
    color: '#2f6f8f',
    art: heapArt([flake(28, 20, '#ecd6ab'), flake(26, 20, '#f5e4c1')], 38, '#c9ab72'),
  }),
  'Ragi Whole': inBowl({
    grains: [pearl(8, 7.6, '#7d3a2a'), pearl(7.6, 7.4, '#93472f')],
    step: 15,
    ground: '#5a261a',
    bowl: BOWLS.white,
  }),
  'Jowar Whole': inBowl({
    grains: [pearl(11, 10, '#f3e3b8'), pearl(11, 10, '#e8d19a')],
    step: 19,
    ground: '#bfa25f',
    bowl: BOWLS.blue,
  }),
  'Sabudana 500 g': pack(pouch, {
    color: '#6a5aa0',
    panel: '#b3a8dc',
    art: heapArt([pearl(21, 21, '#ffffff'), pearl(19, 19, '#f1eef4')], 36, '#cfc8d9'),
  }),
  'Roasted Vermicelli 400 g': pack(pouch, {
    color: '#c8562f',
    art: heapArt([strand(44, '#d99a45'), strand(38, '#e8b45e')], 42, '#a8692a'),
  }),
};

const moong = '#7f9a3a';

export const DALS_AND_PULSES = {
  'Toor Dal': inBowl({
    grains: [split(13.5, 12.5, '#eeb03a'), split(13, 12, '#e29d2a')],
    step: 22,
    ground: '#b9761a',
    bowl: BOWLS.brass,
  }),
  'Moong Dal, Yellow': inBowl({
    grains: [split(13, 8.6, '#f5d95c'), split(12, 8.2, '#ecca45')],
    step: 19,
    ground: '#c99f2a',
    bowl: BOWLS.steel,
  }),
  'Moong Dal, Split Green': inBowl({
    grains: [
      splitWithSkin(13, 9, '#f3e08a', '#6f8a35'),
      splitWithSkin(13, 9, '#8fa64a', '#5f7a2c'),
      splitWithSkin(12, 8.6, '#ecd672', '#7f9a3a'),
    ],
    step: 20,
    ground: '#8a8f3a',
    bowl: BOWLS.wood,
  }),
  'Whole Green Moong': inBowl({
    grains: [pulse(12, 9.6, moong, '#f3f0d6'), pulse(12, 9.6, '#8fab45', '#f3f0d6')],
    step: 20,
    ground: '#4f6a24',
    bowl: BOWLS.white,
  }),
  'Chana Dal': inBowl({
    grains: [split(16, 14, '#f2c44a'), split(15, 13.4, '#e6b238')],
    step: 26,
    ground: '#b5811f',
    bowl: BOWLS.clay,
  }),
  'Masoor Dal': inBowl({
    grains: [split(12.5, 11.5, '#f28a5c'), split(12, 11, '#e8764a')],
    step: 21,
    ground: '#b9502c',
    bowl: BOWLS.blue,
  }),
  'Whole Masoor': inBowl({
    grains: [pearl(14, 12, '#8a6240'), pearl(14, 12, '#75502f')],
    step: 23,
    ground: '#553619',
    bowl: BOWLS.copper,
  }),
  'Urad Dal, White': inBowl({
    grains: [split(13, 9.6, '#fbf4e2'), split(12, 9.4, '#f1e6cb')],
    step: 20,
    ground: '#cdbd94',
    bowl: BOWLS.green,
  }),
  'Whole Black Urad': inBowl({
    grains: [pulse(13, 10, '#35302f', '#f3efe2'), pulse(13, 10, '#454040', '#f3efe2')],
    step: 21,
    ground: '#1f1b1a',
    bowl: BOWLS.brass,
  }),
  'Kabuli Chana': inBowl({
    grains: [chickpea(21, '#f1dcae'), chickpea(20, '#e8cd96')],
    step: 38,
    ground: '#bb9656',
    bowl: BOWLS.copper,
  }),
  'Kala Chana': inBowl({
    grains: [chickpea(16, '#7a4a2a'), chickpea(15, '#8f5a35')],
    step: 29,
    ground: '#4a2912',
    bowl: BOWLS.steel,
  }),
  'Green Chana': inBowl({
    grains: [chickpea(17, '#8fae4e'), chickpea(16, '#a3be62')],
    step: 31,
    ground: '#5a7a2a',
    bowl: BOWLS.brass,
  }),
  'Rajma Chitra': inBowl({
    grains: [kidney(23, '#e8c9b0', speckles), kidney(22, '#dfb79c', speckles)],
    step: 39,
    ground: '#9a6a52',
    bowl: BOWLS.wood,
  }),
  'Rajma Jammu': inBowl({
    grains: [kidney(18, '#8c2433'), kidney(17, '#75202c')],
    step: 32,
    ground: '#4f121b',
    bowl: BOWLS.white,
  }),
  Lobia: inBowl({
    grains: [kidney(18, '#f3e5c6', blackEye), kidney(17, '#ecd9b2', blackEye)],
    step: 32,
    ground: '#bd9f68',
    bowl: BOWLS.clay,
  }),
  'Horse Gram': inBowl({
    grains: [pearl(13, 8, '#9a5a35'), pearl(12, 8, '#b06f45'), pearl(12, 7.6, '#7f4526')],
    step: 19,
    ground: '#5f3219',
    bowl: BOWLS.green,
  }),
  'Soya Chunks 200 g': pack(pouch, {
    color: '#5a7a35',
    art: heapArt(
      [place(chunk('#d9b27a'), { scale: 1.7 }), place(chunk('#c99f64'), { scale: 1.6 })],
      72,
      '#9a743a',
    ),
  }),
};
