import { crate, printedTray } from '../packs/trays.mjs';
import {
  apple,
  bananas,
  citrus,
  citrusHalf,
  guava,
  guavaHalf,
  lemon,
  mango,
  muskmelon,
  papaya,
  papayaHalf,
  pineapple,
  pomegranate,
  pomegranateHalf,
  watermelon,
  watermelonWedge,
} from '../produce/fruits.mjs';
import {
  basil,
  coriander,
  curryLeaves,
  dill,
  fenugreek,
  lemongrass,
  lettuce,
  mint,
  mustardGreens,
  redAmaranth,
  spinach,
  springOnions,
} from '../produce/herbs.mjs';
import {
  avocado,
  avocadoHalf,
  coconut,
  coconutHalf,
  grapes,
  kiwi,
  kiwiHalf,
  pear,
  sapota,
  sapotaHalf,
  strawberry,
  tenderCoconut,
} from '../produce/more-fruits.mjs';
import { placed, six, ten, three } from '../produce/groups.mjs';
import { weighing } from './pack.mjs';

const whole = (art, size = 400) => placed(art, [[240, 238, size]]);
const withHalf = (art, half, size = 280, halfSize = 150) =>
  placed(art, [
    [164, 218, size, -8],
    [322, 226, size * 0.96, 10, true],
  ]) + placed(half, [[244, 342, halfSize]]);

export const HERBS_AND_GREENS = {
  Coriander: () => whole(coriander),
  Mint: () => whole(mint),
  'Curry Leaves': () => whole(curryLeaves),
  Spinach: () => whole(spinach, 420),
  'Fenugreek Leaves': () => whole(fenugreek),
  Dill: () => whole(dill),
  'Mustard Greens': () => whole(mustardGreens),
  'Red Amaranth': () => whole(redAmaranth, 420),
  'Spring Onions': () => whole(springOnions, 410),
  Lemongrass: () => whole(lemongrass, 390),
  'Iceberg Lettuce': () => whole(lettuce, 400),
  'Italian Basil': () => whole(basil, 410),
};

const GRAPE_PLACES = [
  [160, 226, 320, -8],
  [320, 246, 320, 8, true],
];

export const FRUITS = {
  'Robusta Bananas': () => placed(bananas('#f0cc3c'), [[240, 240, 430]]),
  'Elaichi Bananas': () =>
    placed(bananas('#f3d65a', { width: 1.12, tip: '#4a3a20' }), [
      [168, 212, 310, -6],
      [318, 280, 310, 6],
    ]),
  'Shimla Apples': () => three(apple('#cf2f36', '#b3242c'), 244),
  'Green Apples': () => three(apple('#9cc94a', '#86b83c'), 244),
  'Alphonso Mangoes': (words) =>
    crate(
      placed(mango('#f2a326', '#ee8a2c'), [
        [130, 212, 170, -16],
        [242, 196, 176, 4],
        [350, 212, 170, 20, true],
        [186, 256, 150, -30],
        [300, 256, 150, 24, true],
      ]),
      words,
    ),
  'Banganapalle Mangoes': () => three(mango('#f0c43a', '#e6d15a'), 250),
  'Raw Mangoes': () => three(mango('#7fae45', '#5f963a'), 250),
  'Nagpur Oranges': () => withHalf(citrus('#f08a24'), citrusHalf('#f08a24', '#f7a640')),
  'Sweet Limes': () => withHalf(citrus('#c9cf4a'), citrusHalf('#c3c944', '#eef0b8')),
  Lemons: () => six(lemon, 168),
  Papaya: () => placed(papaya, [[166, 232, 380, -10]]) + placed(papayaHalf, [[320, 250, 350, 10]]),
  Watermelon: () => placed(watermelon, [[210, 200, 360]]) + placed(watermelonWedge, [[300, 340, 280, -6]]),
  Muskmelon: () => whole(muskmelon, 420),
  Pineapple: () => whole(pineapple, 430),
  Pomegranate: () => withHalf(pomegranate, pomegranateHalf, 280, 170),
  Guava: () => withHalf(guava, guavaHalf, 290, 210),
  'Black Grapes': () => placed(grapes('#4a3560'), GRAPE_PLACES),
  'Green Grapes': () => placed(grapes('#b3cc5a', { isLong: true }), GRAPE_PLACES),
  Sapota: () => withHalf(sapota, sapotaHalf, 280, 180),
  Kiwi: weighing('3 pieces', (words) =>
    printedTray(
      words,
      placed(kiwi, [
        [140, 180, 190, -8],
        [340, 180, 190, 8, true],
      ]) + placed(kiwiHalf, [[240, 216, 170]]),
      { accent: '#3f7a35', color: '#8fae5a' },
    ),
  ),
  Strawberries: weighing('200 g', (words) =>
    printedTray(words, ten(strawberry, 112), { accent: '#b3242c', color: '#cfe3d2' }),
  ),
  Pears: () => three(pear, 262),
  Avocado: () => placed(avocado, [[160, 226, 330, -8]]) + placed(avocadoHalf, [[318, 258, 310, 8]]),
  'Tender Coconut': () => whole(tenderCoconut, 420),
  'Brown Coconut': () => placed(coconut, [[196, 210, 350]]) + placed(coconutHalf, [[324, 326, 200]]),
};
