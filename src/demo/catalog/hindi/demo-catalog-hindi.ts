import type { HindiSection } from './hindi-texts.js';
import { BAKERY_HINDI } from './bakery.js';
import { DAIRY_AND_EGGS_HINDI } from './dairy-and-eggs.js';
import { DALS_AND_PULSES_HINDI } from './dals-and-pulses.js';
import { DRINKS_HINDI } from './drinks.js';
import { FLOURS_AND_BAKING_HINDI } from './flours-and-baking.js';
import { FRUITS_HINDI } from './fruits.js';
import { HERBS_AND_GREENS_HINDI } from './herbs-and-greens.js';
import { HOUSEHOLD_HINDI } from './household.js';
import { OILS_AND_GHEE_HINDI } from './oils-and-ghee.js';
import { PERSONAL_CARE_HINDI } from './personal-care.js';
import { PICKLES_AND_SAUCES_HINDI } from './pickles-and-sauces.js';
import { RICE_AND_GRAINS_HINDI } from './rice-and-grains.js';
import { SNACKS_AND_NAMKEEN_HINDI } from './snacks-and-namkeen.js';
import { SPICES_AND_MASALAS_HINDI } from './spices-and-masalas.js';
import { SWEETS_AND_DRY_FRUITS_HINDI } from './sweets-and-dry-fruits.js';
import { VEGETABLES_HINDI } from './vegetables.js';

/** Hindi texts of the demo store by the English names of its sections, in display order. */
export const HINDI_CATALOG: Readonly<Record<string, HindiSection>> = {
  Vegetables: VEGETABLES_HINDI,
  'Herbs & Greens': HERBS_AND_GREENS_HINDI,
  Fruits: FRUITS_HINDI,
  'Dairy & Eggs': DAIRY_AND_EGGS_HINDI,
  Bakery: BAKERY_HINDI,
  'Rice & Grains': RICE_AND_GRAINS_HINDI,
  'Dals & Pulses': DALS_AND_PULSES_HINDI,
  'Flours & Baking': FLOURS_AND_BAKING_HINDI,
  'Spices & Masalas': SPICES_AND_MASALAS_HINDI,
  'Oils & Ghee': OILS_AND_GHEE_HINDI,
  'Tea, Coffee & Drinks': DRINKS_HINDI,
  'Snacks & Namkeen': SNACKS_AND_NAMKEEN_HINDI,
  'Sweets & Dry Fruits': SWEETS_AND_DRY_FRUITS_HINDI,
  'Pickles & Sauces': PICKLES_AND_SAUCES_HINDI,
  Household: HOUSEHOLD_HINDI,
  'Personal Care': PERSONAL_CARE_HINDI,
};
