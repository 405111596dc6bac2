import { printedTray } from '../packs/trays.mjs';
import {
  bean,
  bitterGourd,
  bottleGourd,
  capsicum,
  chilli,
  corn,
  cucumber,
  cucumberSlice,
  garlic,
  garlicClove,
  ginger,
  mushroom,
  okra,
  okraSlice,
  peaPod,
  pumpkin,
  pumpkinWedge,
  ridgeGourd,
} from '../produce/pods-and-gourds.mjs';
import {
  beetroot,
  beetrootHalf,
  brinjal,
  broccoli,
  cabbage,
  carrot,
  cauliflower,
  onion,
  potato,
  radish,
  slimCarrot,
  sweetPotato,
  sweetPotatoSlice,
  tomato,
} from '../produce/vegetables.mjs';
import { placed, ten, three } from '../produce/groups.mjs';
import { weighing } from './pack.mjs';

const fan = (art, size) =>
  placed(art, [
    [110, 250, size, -16],
    [196, 240, size, -6],
    [284, 240, size, 6, true],
    [370, 250, size, 16, true],
  ]);

const row = (art, size) =>
  placed(art, [
    [240, 150, size, -2],
    [236, 220, size, 4, true],
    [246, 290, size, -3],
    [238, 358, size, 2, true],
  ]);

const MUSHROOMS = placed(mushroom, [
  [110, 176, 150, -16],
  [240, 160, 160, 0],
  [370, 176, 150, 16],
  [76, 252, 150, -24],
  [176, 246, 160, -4],
  [300, 246, 160, 6],
  [404, 252, 150, 22],
]);

export const VEGETABLES = {
  Tomatoes: () => three(tomato, 232),
  'Cherry Tomatoes': weighing('250 g', (words) =>
    printedTray(words, ten(tomato, 104), { accent: '#b5382a', color: '#d9e4d0' }),
  ),
  'Red Onions': () => three(onion('#9c2f5b'), 236),
  'Sambar Onions': () => ten(onion('#b9566e'), 126),
  Potatoes: () => three(potato, 250),
  'Baby Potatoes': () => ten(potato, 122),
  'Sweet Potatoes': () =>
    placed(sweetPotato, [
      [220, 180, 330, -8],
      [250, 270, 360, 6],
    ]) +
    placed(sweetPotatoSlice, [
      [136, 356, 120],
      [232, 372, 108],
    ]),
  Carrots: () => fan(carrot('#ee8327'), 330),
  'Delhi Red Carrots': () =>
    placed(slimCarrot('#cf3a30'), [
      [118, 254, 350, -20],
      [178, 242, 360, -10],
      [240, 238, 366, 0],
      [302, 242, 360, 10, true],
      [362, 254, 350, 20, true],
    ]),
  Beetroot: () =>
    placed(beetroot, [
      [160, 226, 300, -10],
      [320, 236, 290, 12, true],
    ]) + placed(beetrootHalf, [[236, 352, 140]]),
  'White Radish': () => fan(radish, 350),
  Cauliflower: () => placed(cauliflower, [[240, 244, 410]]),
  Broccoli: () => placed(broccoli, [[240, 226, 400]]),
  'Green Cabbage': () => placed(cabbage, [[240, 244, 420]]),
  'Bharta Brinjal': () =>
    placed(brinjal, [
      [156, 222, 310, -14],
      [316, 256, 330, 12, true],
    ]),
  "Lady's Finger": () =>
    placed(okra, [
      [104, 236, 330, -24],
      [172, 228, 336, -10],
      [246, 224, 340, 4],
      [316, 232, 334, 16, true],
      [382, 250, 320, 30, true],
    ]) +
    placed(okraSlice, [
      [150, 382, 84],
      [240, 392, 92],
      [328, 384, 80],
    ]),
  'Green Capsicum': () => three(capsicum, 246),
  'Green Chillies': () =>
    placed(chilli('#4f9a35'), [
      [150, 180, 270, -20],
      [280, 170, 270, 30, true],
      [200, 240, 290, 4],
      [310, 266, 280, -24],
      [170, 310, 280, 18, true],
      [262, 322, 290, -32],
    ]),
  Cucumber: () =>
    placed(cucumber, [
      [240, 172, 380, 4],
      [240, 264, 390, -6],
    ]) +
    placed(cucumberSlice, [
      [128, 370, 116],
      [226, 382, 116],
      [324, 374, 112],
    ]),
  'Bottle Gourd': () => placed(bottleGourd, [[240, 240, 430]]),
  'Bitter Gourd': () =>
    placed(bitterGourd, [
      [214, 176, 350, 2],
      [270, 304, 360, 8],
    ]),
  'Ridge Gourd': () =>
    placed(ridgeGourd, [
      [212, 216, 360, 0],
      [276, 268, 370, 12],
    ]),
  'Yellow Pumpkin': () => placed(pumpkin, [[212, 206, 350]]) + placed(pumpkinWedge, [[300, 322, 270, -8]]),
  'French Beans': () =>
    row(bean, 370) +
    placed(bean, [
      [250, 184, 350, 12],
      [230, 324, 360, -10],
    ]),
  'Green Peas': () =>
    placed(peaPod, [
      [240, 150, 330, -10],
      [220, 246, 350, 8],
      [262, 338, 340, -6],
    ]),
  'Sweet Corn': () => placed(corn, [[240, 240, 420, 8]]),
  'Button Mushrooms': weighing('200 g', (words) =>
    printedTray(words, MUSHROOMS, { accent: '#3f7a35', color: '#4a78a8' }),
  ),
  Garlic: () =>
    three(garlic, 240) +
    placed(garlicClove, [
      [104, 384, 100, 60],
      [386, 384, 100, -60],
    ]),
  Ginger: () =>
    placed(ginger, [
      [214, 178, 320, -12],
      [266, 302, 350, 8, true],
    ]),
};
