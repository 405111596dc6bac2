import { ellipse, line, stretched } from '../art/canvas.mjs';
import { tag } from '../art/label.mjs';
import { clearBag } from '../packs/bags.mjs';
import { carton } from '../packs/cartons.mjs';
import { printedTray } from '../packs/trays.mjs';
import {
  bagel,
  baguette,
  bun,
  countryLoaf,
  croissant,
  cupcake,
  doughnut,
  flatbread,
  loaf,
  mawaCake,
  nankhatai,
  pav,
  pita,
  puff,
  teaCake,
} from '../produce/bread.mjs';
import { placed, times, three } from '../produce/groups.mjs';
import { pack, weighing } from './pack.mjs';

const BROWN = '#8a4b22';

/** What is sold by the piece stands behind its tag. */
const tagged =
  (art, size = 380, y = 206) =>
  (words) =>
    placed(art, [[240, y, size]]) + tag(words, { middle: 404 });
const bagged =
  (art, size = 370, y = 214) =>
  (words) =>
    clearBag(placed(art, [[240, y, size]]), words, { accent: BROWN });

const whiteLoaf = loaf({ crust: '#d79a55', crumb: '#fbf0d9' });
const wheatLoaf = loaf({ crust: '#a8672f', crumb: '#dcb887' });
const seeds = times(16, (i) =>
  ellipse(290 + ((i * 37) % 136), 100 + ((i * 23) % 70), 7, 4, i % 2 === 0 ? '#f3e3bd' : '#4a3a2a', i * 40),
);
const seedLoaf = loaf({ crust: '#8a5628', crumb: '#c99f6a', seeds });

/** Flat breads lying on each other. */
const stack = (art, count) =>
  times(count, (i) => placed(stretched(art, 1, 0.4), [[240 + (i % 2) * 6, 272 - i * 19, 330]]));

const nigella =
  times(26, (i) => ellipse(90 + ((i * 71) % 300), 110 + ((i * 53) % 270), 6, 4, '#33281f', i * 30)) +
  times(12, (i) => line(`M${110 + ((i * 97) % 260)} ${130 + ((i * 61) % 230)}l12 6`, '#6f9a45', 6));

export const BAKERY = {
  'Milk Bread': weighing('400 g', bagged(whiteLoaf)),
  'Whole Wheat Bread': weighing('400 g', bagged(wheatLoaf)),
  'Multigrain Loaf': weighing('400 g', bagged(seedLoaf)),
  'Sourdough Country Loaf': tagged(countryLoaf, 390),
  Baguette: tagged(
    placed(baguette, [
      [230, 180, 470, -16],
      [250, 300, 470, -16],
    ]),
    400,
    200,
  ),
  'Ladi Pav': weighing('6 rolls', bagged(pav, 340, 216)),
  'Burger Buns': weighing(
    '4 buns',
    bagged(
      placed(bun, [
        [134, 170, 230],
        [346, 170, 230],
        [140, 300, 230],
        [340, 300, 230],
      ]),
      400,
      210,
    ),
  ),
  Kulcha: weighing('4 pieces', bagged(stack(flatbread('#ecc98c', 12, nigella), 4), 480, 240)),
  'Phulka Roti': weighing('10 pieces', bagged(stack(flatbread('#f0dcae', 20), 7), 480, 250)),
  'Pita Pockets': weighing(
    '5 pieces',
    bagged(
      placed(pita, [
        [134, 178, 220, -6],
        [346, 178, 220, 6, true],
        [240, 238, 250],
      ]),
      480,
      240,
    ),
  ),
  'Butter Croissant': tagged(croissant, 390, 210),
  'Sesame Bagel': tagged(bagel, 340),
  'Vegetable Puff': tagged(puff, 370, 200),
  'Banana Walnut Cake': tagged(teaCake, 390, 196),
  'Eggless Chocolate Cupcake': tagged(cupcake, 370, 190),
  'Glazed Doughnut': tagged(doughnut, 350, 200),
  'Irani Mawa Cake': weighing('4 cakes', (words) =>
    printedTray(
      words,
      placed(mawaCake, [
        [110, 180, 230],
        [370, 180, 230],
        [200, 214, 230],
        [290, 214, 230],
      ]),
      { accent: BROWN, color: '#d9b98c' },
    ),
  ),
  Nankhatai: weighing('250 g', pack(carton, { color: '#a8562f', art: three(nankhatai, 250) })),
};
