import { printed, tag } from '../art/label.mjs';
import { milkPouch } from '../packs/bags.mjs';
import { brick, flatCarton, wrappedBlock } from '../packs/cartons.mjs';
import { bottle, jar, lowTub, tub } from '../packs/glass.mjs';
import { placed } from '../produce/groups.mjs';
import { mango } from '../produce/fruits.mjs';
import { mint } from '../produce/herbs.mjs';
import { buffaloHorns, cow, olives } from '../things/motifs.mjs';
import {
  butterPat,
  cheeseHoles,
  cheeseSlices,
  cheeseWedge,
  clayPot,
  cubes,
  cuminDots,
  eggCarton,
  milkCan,
  milkGlass,
  mozzarella,
  swirl,
} from '../things/dairy-and-sweets.mjs';
import { accentOf } from '../art/brands.mjs';
import { pack, weighing } from './pack.mjs';

const brownCow = cow('#a8673a', '#8a4f2a');
const whiteCow = cow('#f4efe6', '#6b4a38');
const buffalo = cow('#5f585c', '#4a444a', buffaloHorns);

const labeledPot = (words) =>
  placed(clayPot, [[240, 234, 420]]) +
  `<g>${printed({ x: 116, y: 244, width: 248, height: 150 }, words, { paper: '#b9633a', accent: '#f3d9a8' })}</g>`;

/** A pack with a window of film, through which the goods are seen. */
const inFilm = (goods, look) => (words) =>
  flatCarton(words, { accent: accentOf(words), artShare: 0, y: 250, height: 172, ...look }) + goods;

export const DAIRY_AND_EGGS = {
  'Fresh Cow Milk': (words) =>
    placed(milkCan, [[186, 216, 390]]) + placed(milkGlass, [[360, 290, 240]]) + tag(words, { middle: 406 }),
  'Fresh Buffalo Milk': (words) =>
    placed(milkCan, [[294, 216, 390, 0, true]]) +
    placed(buffalo, [[118, 222, 220]]) +
    tag(words, { middle: 406 }),
  'Toned Milk 1 L': pack(milkPouch, { color: '#3f8fd6', art: whiteCow }),
  'Full Cream Milk 1 L': pack(milkPouch, { color: '#d6542f', art: brownCow }),
  'Double Toned Milk 500 ml': pack(milkPouch, { color: '#e0a92e', art: milkGlass }),
  'A2 Milk in Glass Bottle 1 L': pack(bottle, {
    kind: 'milk',
    cap: 'foil',
    capColor: '#3c7350',
    liquid: '#fffdf3',
    paper: '#eef5ea',
  }),
  'Set Curd 400 g': pack(tub, { color: '#cfe3f5', lid: '#1f6fc0', art: swirl('#fffdf6') }),
  'Pot Curd 1 kg': labeledPot,
  'Greek Yoghurt Plain': weighing(
    '200 g',
    pack(tub, { color: '#c9e0cd', lid: '#3c7350', art: swirl('#fffdf6') }),
  ),
  'Mango Shrikhand': weighing(
    '250 g',
    pack(tub, { color: '#fbe3a4', lid: '#e08a24', art: mango('#f2a326', '#ee8a2c') }),
  ),
  'Salted Buttermilk 500 ml': pack(milkPouch, { color: '#6aa84f', art: mint }),
  'Sweet Lassi 200 ml': pack(bottle, {
    kind: 'small',
    cap: 'foil',
    capColor: '#e06a8a',
    liquid: '#fff6ea',
    opaque: true,
    paper: '#fde3ea',
  }),
  'Salted Butter 500 g': pack(wrappedBlock, { color: '#f6d55c', art: placed(butterPat, [[240, 132, 200]]) }),
  'White Butter 200 g': pack(lowTub, { color: '#eaf2e6', lid: '#3c7350' }),
  'Fresh Cream 250 ml': pack(brick, { color: '#e9f2fb', art: swirl('#fffaf0'), panel: '#bcd9f2' }),
  'Malai Paneer 200 g': inFilm(placed(cubes('#f3ead2'), [[228, 140, 230]]), { color: '#2f7fc4' }),
  'Farm Paneer 500 g': inFilm(placed(cheeseWedge('#f0e6cc'), [[228, 160, 290]]), { color: '#3c7350' }),
  'Low Fat Paneer 200 g': inFilm(placed(cubes('#f7f1e2'), [[228, 140, 220, 0, true]]), { color: '#cfe6f5' }),
  'Cheese Slices 200 g': inFilm(placed(cheeseSlices, [[228, 152, 240]]), { color: '#f2b632' }),
  'Mozzarella 200 g': inFilm(placed(mozzarella, [[228, 148, 260]]), { color: '#7a2440' }),
  'Cheddar, Aged 6 Months': weighing(
    '200 g',
    inFilm(placed(cheeseWedge('#e89a35'), [[228, 168, 290]]), { color: '#3a2a24' }),
  ),
  'Gouda with Cumin': weighing(
    '200 g',
    inFilm(placed(cheeseWedge('#f2cf72', cheeseHoles('#f2cf72') + cuminDots), [[228, 168, 290]]), {
      color: '#c9483a',
    }),
  ),
  'Cream Cheese 180 g': pack(lowTub, { color: '#f3ecf0', lid: '#7a2440' }),
  'Feta in Brine 200 g': pack(jar, {
    filling: '#dce8e4',
    lid: '#2f6f9c',
    pieces: placed(cubes('#fbfaf2'), [
      [150, 420, 110],
      [260, 424, 110],
      [350, 420, 110],
    ]),
    art: olives,
  }),
  'White Eggs': weighing(
    '12 eggs',
    (words) => `${eggCarton(['#fbf7ee', '#f6efe2'], '#b9b3aa')}${tag(words, { middle: 384 })}`,
  ),
  'Brown Country Eggs': weighing(
    '12 eggs',
    (words) =>
      `${eggCarton(['#c98a58', '#d9a577', '#b5713f', '#e3bf9a'], '#8fa06a')}${tag(words, { middle: 384 })}`,
  ),
};
