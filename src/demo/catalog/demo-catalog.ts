import type { DemoSection } from './demo-product.js';
import { BAKERY } from './bakery.js';
import { DAIRY_AND_EGGS } from './dairy-and-eggs.js';
import { DALS_AND_PULSES } from './dals-and-pulses.js';
import { DRINKS } from './drinks.js';
import { FLOURS_AND_BAKING } from './flours-and-baking.js';
import { FRUITS } from './fruits.js';
import { HERBS_AND_GREENS } from './herbs-and-greens.js';
import { HOUSEHOLD } from './household.js';
import { OILS_AND_GHEE } from './oils-and-ghee.js';
import { PERSONAL_CARE } from './personal-care.js';
import { PICKLES_AND_SAUCES } from './pickles-and-sauces.js';
import { RICE_AND_GRAINS } from './rice-and-grains.js';
import { SNACKS_AND_NAMKEEN } from './snacks-and-namkeen.js';
import { SPICES_AND_MASALAS } from './spices-and-masalas.js';
import { SWEETS_AND_DRY_FRUITS } from './sweets-and-dry-fruits.js';
import { VEGETABLES } from './vegetables.js';

/** Sections of the demo store, in display order. */
export const DEMO_CATALOG: readonly DemoSection[] = [
  VEGETABLES,
  HERBS_AND_GREENS,
  FRUITS,
  DAIRY_AND_EGGS,
  BAKERY,
  RICE_AND_GRAINS,
  DALS_AND_PULSES,
  FLOURS_AND_BAKING,
  SPICES_AND_MASALAS,
  OILS_AND_GHEE,
  DRINKS,
  SNACKS_AND_NAMKEEN,
  SWEETS_AND_DRY_FRUITS,
  PICKLES_AND_SAUCES,
  HOUSEHOLD,
  PERSONAL_CARE,
];
