import { scene } from './art/scene.mjs';
import { BAKERY } from './shelves/bakery.mjs';
import { DAIRY_AND_EGGS } from './shelves/dairy.mjs';
import { FLOURS_AND_BAKING, SPICES_AND_MASALAS } from './shelves/flours-and-spices.mjs';
import { DALS_AND_PULSES, RICE_AND_GRAINS } from './shelves/grains-and-pulses.mjs';
import { FRUITS, HERBS_AND_GREENS } from './shelves/herbs-and-fruits.mjs';
import { DRINKS, OILS_AND_GHEE } from './shelves/oils-and-drinks.mjs';
import { HOUSEHOLD, PICKLES_AND_SAUCES } from './shelves/pantry-and-household.mjs';
import { PERSONAL_CARE } from './shelves/personal-care.mjs';
import { SNACKS_AND_NAMKEEN, SWEETS_AND_DRY_FRUITS } from './shelves/snacks-and-sweets.mjs';
import { VEGETABLES } from './shelves/vegetables.mjs';

/** The sections of the demo store: the color behind their products, and how each product is drawn. */
const SECTIONS = {
  Vegetables: { tint: '#e3f1dc', drawings: VEGETABLES },
  'Herbs & Greens': { tint: '#d9efdf', drawings: HERBS_AND_GREENS },
  Fruits: { tint: '#fdf0d5', drawings: FRUITS },
  'Dairy & Eggs': { tint: '#e0edf8', drawings: DAIRY_AND_EGGS },
  Bakery: { tint: '#f7e6d4', drawings: BAKERY },
  'Rice & Grains': { tint: '#f5eed9', drawings: RICE_AND_GRAINS },
  'Dals & Pulses': { tint: '#f9e9c4', drawings: DALS_AND_PULSES },
  'Flours & Baking': { tint: '#f3e4d7', drawings: FLOURS_AND_BAKING },
  'Spices & Masalas': { tint: '#fbe0d2', drawings: SPICES_AND_MASALAS },
  'Oils & Ghee': { tint: '#fcf3c2', drawings: OILS_AND_GHEE },
  'Tea, Coffee & Drinks': { tint: '#e6dff2', drawings: DRINKS },
  'Snacks & Namkeen': { tint: '#fbe3df', drawings: SNACKS_AND_NAMKEEN },
  'Sweets & Dry Fruits': { tint: '#f9dfe8', drawings: SWEETS_AND_DRY_FRUITS },
  'Pickles & Sauces': { tint: '#ecedc6', drawings: PICKLES_AND_SAUCES },
  Household: { tint: '#dfe7ef', drawings: HOUSEHOLD },
  'Personal Care': { tint: '#d8f0ee', drawings: PERSONAL_CARE },
};

/** A net weight at the end of a name. */
const NET_WEIGHT = /^(.+) (\d+ (?:kg|g|L|ml|m|W))$/;

/** Splits the name of a product into what its label says. */
export function labelOf({ name, brand }) {
  const [, short = name, net] = NET_WEIGHT.exec(name) ?? [];
  return { name: short, brand, net };
}

/**
 * Returns the picture of a product of the demo store as SVG.
 *
 * @param {string} section name of its section
 * @param {{ name: string, brand?: string }} product
 * @returns {string}
 */
export function packshot(section, product) {
  const { tint, drawings } = SECTIONS[section] ?? {};
  const draw = drawings?.[product.name];
  if (draw === undefined) throw new Error(`No drawing of "${product.name}" in "${section}".`);
  return scene(draw(labelOf(product)), tint);
}
