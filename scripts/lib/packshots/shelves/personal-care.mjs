import { accentOf } from '../art/brands.mjs';
import { drawstringBag, pouch } from '../packs/bags.mjs';
import { blister, carton, flatCarton, longCarton } from '../packs/cartons.mjs';
import { bottle, tube } from '../packs/glass.mjs';
import { placed } from '../produce/groups.mjs';
import { mint } from '../produce/herbs.mjs';
import { lemon } from '../produce/fruits.mjs';
import { amla, coconutHalf } from '../produce/more-fruits.mjs';
import { cottonBall, pad, razor, soapBar, toothbrush } from '../things/household.mjs';
import { plasters, tooth } from '../things/care-motifs.mjs';
import { aloe, khus, lotus, neem, rose } from '../things/motifs.mjs';
import { tamarindPods } from '../things/kitchen.mjs';
import { pack, weighing } from './pack.mjs';

/** A box of soap with the bar before it. */
const soap = (color, bar) => (words) =>
  flatCarton(words, { color, accent: accentOf(words), artShare: 0, y: 210, height: 190 }) +
  placed(soapBar(bar), [[356, 384, 190]]);
const careBottle = (look) => pack(bottle, { kind: 'flask', opaque: true, cap: 'flip', ...look });
const brush = (art, color) => (words) =>
  blister(placed(art, [[240, 324, 230, 62]]), words, { color, accent: accentOf(words) });

export const PERSONAL_CARE = {
  'Neem Soap 125 g': soap('#2f7a4a', '#5f9a4a'),
  'Sandalwood Soap 125 g': soap('#d9a86a', '#e3bd8a'),
  'Handwash Refill 750 ml': pack(pouch, {
    color: '#4fae8a',
    art: placed(lemon, [[190, 280, 300]]) + placed(mint, [[320, 210, 320]]),
  }),
  'Coconut Shampoo 340 ml': careBottle({
    liquid: '#f3efe4',
    capColor: '#6a4a30',
    paper: '#e4f1ee',
    art: coconutHalf,
  }),
  'Shikakai Powder 200 g': pack(carton, { color: '#7a5230', art: tamarindPods }),
  'Amla Hair Oil 200 ml': pack(bottle, {
    kind: 'small',
    liquid: '#4f7a2a',
    capColor: '#2f4a1f',
    paper: '#f1f5d3',
    art: amla,
  }),
  'Herbal Toothpaste 150 g': (words) =>
    longCarton(words, { color: '#2f8f5a', accent: accentOf(words), y: 262, height: 156 }) +
    placed(tooth, [[170, 168, 170]]) +
    placed(neem, [[300, 168, 190]]),
  'Charcoal Toothbrush': brush(toothbrush('#3a3a40', '#1f1f24'), '#3f4a52'),
  'Bamboo Toothbrush': brush(toothbrush('#d3a863', '#7fae6a'), '#8fae6a'),
  'Moisturising Lotion 300 ml': careBottle({
    liquid: '#fbe9df',
    cap: 'pump',
    capColor: '#a84a78',
    paper: '#fffaf6',
    art: lotus,
  }),
  'Aloe Vera Gel 150 ml': pack(tube, { color: '#a3d3a0', art: aloe, cap: '#2f7a4a' }),
  'Rose Water 120 ml': pack(bottle, {
    kind: 'small',
    liquid: '#f7c9d4',
    capColor: '#b5305f',
    paper: '#fff0f4',
    art: rose,
  }),
  'Talcum Powder 200 g': careBottle({ liquid: '#d9e6c4', capColor: '#7a8f4a', paper: '#fbfbf0', art: khus }),
  'Razor, Twin Blade': weighing('5 razors', (words) =>
    blister(
      placed(razor, [
        [172, 330, 190],
        [240, 330, 190],
        [308, 330, 190],
      ]),
      words,
      { color: '#2f6f9c', accent: accentOf(words) },
    ),
  ),
  'Shaving Cream 70 g': pack(tube, { color: '#f0f4f6', accent: '#1f4f8f', art: lemon }),
  'Sanitary Pads, Large': weighing(
    '15 pads',
    pack(pouch, { color: '#b5508c', panel: '#f0bfdc', art: pad('#e3a8c6') }),
  ),
  'Cotton Wool 100 g': pack(drawstringBag, { color: '#b9d3e8', art: cottonBall }),
  'Adhesive Bandages': weighing('20 strips', pack(carton, { color: '#d9483a', art: plasters })),
};
