import { leaf, place } from '../art/canvas.mjs';
import { heapArt } from '../loose/heaps.mjs';
import { strand } from '../loose/grains.mjs';
import { peanutShell, clove, pod } from '../loose/spices-and-nuts.mjs';
import { pouch } from '../packs/bags.mjs';
import { brick, carton, smallBrick } from '../packs/cartons.mjs';
import { bottle, can, canister, jar } from '../packs/glass.mjs';
import { citrusHalf, lemon, mango } from '../produce/fruits.mjs';
import { placed } from '../produce/groups.mjs';
import { ginger } from '../produce/pods-and-gourds.mjs';
import { sprig } from '../produce/herbs.mjs';
import { coconut, coconutHalf, kokum, tenderCoconut } from '../produce/more-fruits.mjs';
import {
  cacao,
  coffeeBeans,
  cow,
  cup,
  drop,
  mustardFlower,
  olives,
  rose,
  sesame,
  sunflower,
  teaLeaves,
} from '../things/motifs.mjs';
import { crocus } from '../things/kitchen.mjs';
import { pack, weighing } from './pack.mjs';

const peanuts = placed(place(peanutShell, { x: 240, y: 240, scale: 2.2 }), [
  [200, 180, 330, -24],
  [280, 300, 330, 16],
]);
const coconuts = placed(coconut, [[190, 200, 320]]) + placed(coconutHalf, [[320, 310, 260]]);
const orange = placed(citrusHalf('#f08a24', '#f7a640'), [[240, 240, 400]]);
const riceEar = [-24, 24, 0].map((turn) => leaf(240, 440, 330, 34, turn, '#c9a53a')).join('');

/** Oil from the drum, in a can. */
const poured = (liquid, art) => (words) =>
  canister({ name: words.name, brand: words.brand }, { liquid, accent: '#b3401a', art, paper: '#fdf3dc' });

export const OILS_AND_GHEE = {
  'Sunflower Oil 1 L': pack(bottle, {
    liquid: '#f6d35a',
    capColor: '#d9481f',
    paper: '#fff4cf',
    art: sunflower,
  }),
  'Sunflower Oil 5 L': pack(canister, { liquid: '#f6d35a', art: sunflower }),
  'Groundnut Oil, Wood Pressed': poured('#e0a93a', peanuts),
  'Groundnut Oil 1 L': pack(bottle, {
    kind: 'flask',
    liquid: '#e8b548',
    capColor: '#7a4a1f',
    paper: '#fbe8c9',
    art: peanuts,
  }),
  'Mustard Oil 1 L': pack(bottle, {
    liquid: '#d99a1f',
    capColor: '#3f7a35',
    paper: '#fdf0b8',
    art: mustardFlower,
  }),
  'Sesame Oil 500 ml': pack(bottle, {
    kind: 'tall',
    liquid: '#b9741f',
    capColor: '#7d2a1f',
    paper: '#f7e6c4',
    art: sesame,
  }),
  'Coconut Oil 1 L': pack(bottle, {
    liquid: '#f3f0dc',
    capColor: '#1f6fa8',
    paper: '#d9ecf5',
    art: coconuts,
  }),
  'Virgin Coconut Oil': pack(jar, { filling: '#f3f8f4', lid: '#cfa35a', paper: '#e4f3ee', art: coconuts }),
  'Rice Bran Oil 1 L': pack(bottle, {
    liquid: '#e9c568',
    capColor: '#2f7a5a',
    paper: '#e9f2dc',
    art: riceEar,
  }),
  'Olive Oil, Extra Virgin 500 ml': pack(bottle, {
    kind: 'tall',
    liquid: '#5a6a24',
    capColor: '#2f2a20',
    paper: '#f6f1dc',
    art: olives,
  }),
  'Cow Ghee 500 ml': pack(jar, {
    filling: '#f3c94f',
    lid: '#d9a02a',
    paper: '#fff3c9',
    art: cow('#e3c39c', '#9a6238'),
  }),
  'Bilona Ghee 500 ml': pack(jar, {
    filling: '#e8b53a',
    lid: '#3c7350',
    paper: '#eaf2e0',
    art: cow('#a8673a', '#8a4f2a'),
  }),
};

const ctc = heapArt([strand(10, '#4a2a1c'), strand(12, '#3a2016')], 22, '#2a160e');

export const DRINKS = {
  'Assam Tea 500 g': pack(pouch, {
    color: '#a8281f',
    art: placed(cup('#f6ecd6', '#b5622c'), [[240, 240, 460]]),
  }),
  'Darjeeling First Flush 100 g': pack(can, { color: '#3f7a52', art: teaLeaves, metal: '#cfb56a' }),
  'Masala Chai 250 g': pack(pouch, {
    color: '#8a3f1a',
    art:
      placed(cup('#d9793a', '#a8622f'), [[200, 250, 380]]) +
      placed(place(pod('#9bb562', 30), { x: 240, y: 240, scale: 4 }), [[390, 140, 200, -40]]) +
      placed(place(clove, { x: 240, y: 240, scale: 4 }), [[400, 300, 190, -50]]),
  }),
  'Green Tea with Tulsi': weighing('25 bags', pack(carton, { color: '#7aa845', art: sprig('#3f8f45') })),
  'Kashmiri Kahwa 100 g': pack(can, { color: '#6a3f8f', art: crocus, metal: '#cfb56a' }),
  'Filter Coffee 80:20': weighing('500 g', pack(pouch, { color: '#5a2f1c', art: coffeeBeans })),
  'Pure Arabica Grounds 250 g': pack(pouch, {
    color: '#2f2a28',
    art: placed(cup('#f6ecd6', '#4a2a18'), [[240, 240, 460]]),
  }),
  'Instant Coffee 100 g': pack(jar, {
    filling: '#6b3f22',
    lid: '#2f2220',
    paper: '#f3dfbd',
    pieces: placed(ctc, [[240, 420, 300]]),
    art: coffeeBeans,
  }),
  'Drinking Chocolate 250 g': pack(can, { color: '#7a4228', art: cacao }),
  'Orange Juice 1 L': pack(brick, { color: '#f6912a', art: orange }),
  'Mango Nectar 1 L': pack(brick, { color: '#f6c02f', art: mango('#f2a326', '#ee7a2c') }),
  'Aam Panna 750 ml': pack(bottle, {
    kind: 'tall',
    liquid: '#b5b83a',
    capColor: '#4f7a2f',
    paper: '#f1f5cf',
    art: mango('#7fae45', '#5f963a'),
  }),
  'Rose Sherbet 750 ml': pack(bottle, {
    kind: 'tall',
    liquid: '#c2254f',
    capColor: '#8a1f3f',
    paper: '#fde3ea',
    art: rose,
  }),
  'Kokum Sherbet 500 ml': pack(bottle, {
    kind: 'tall',
    liquid: '#7a1f45',
    capColor: '#4a1630',
    paper: '#f3dce6',
    art: kokum,
  }),
  'Coconut Water 200 ml': pack(smallBrick, { color: '#4fae7a', art: tenderCoconut }),
  'Masala Soda 300 ml': pack(bottle, {
    kind: 'soda',
    cap: 'crown',
    capColor: '#c4322f',
    liquid: '#d8c06a',
    paper: '#fdf0c9',
    art: lemon,
  }),
  'Ginger Lemon Fizz 300 ml': pack(bottle, {
    kind: 'soda',
    cap: 'crown',
    capColor: '#2f6b4a',
    liquid: '#b9cf5a',
    paper: '#f6f3cf',
    art: placed(ginger, [[220, 240, 400]]) + placed(lemon, [[360, 350, 220]]),
  }),
  'Drinking Water 5 L': pack(canister, {
    liquid: '#bfe0f2',
    accent: '#1f7fc4',
    paper: '#f4fbff',
    art: drop('#4fa8de'),
    tap: true,
  }),
};
