import type { DemoProduct } from './demo-product.js';

/** Tax classes of the demo store by code. The rates are examples: owners ask their accountant. */
export const DEMO_TAX_CLASSES = {
  exempt: { name: 'Fresh food', percents: [] },
  'gst-5': { name: 'Staples and packed food', percents: [5] },
  // The rate fell three weeks ago.
  snacks: { name: 'Snacks and sweets', percents: [12, 5] },
  'gst-18': { name: 'Household goods', percents: [18] },
  'gst-40': { name: 'Sweetened fizzy drinks', percents: [40] },
} as const satisfies Readonly<
  Record<string, { readonly name: string; readonly percents: readonly number[] }>
>;

export type DemoTaxClass = keyof typeof DEMO_TAX_CLASSES;

/** How a product is taxed. */
interface DemoTax {
  readonly taxClass: DemoTaxClass;
  /** Heading of the customs tariff. */
  readonly hsn: string;
}

const BY_SECTION: Readonly<Record<string, DemoTax>> = {
  Vegetables: { taxClass: 'exempt', hsn: '0709' },
  Fruits: { taxClass: 'exempt', hsn: '0810' },
  'Herbs & Greens': { taxClass: 'exempt', hsn: '0709' },
  'Dairy & Eggs': { taxClass: 'gst-5', hsn: '0406' },
  Bakery: { taxClass: 'gst-5', hsn: '1905' },
  'Dals & Pulses': { taxClass: 'gst-5', hsn: '0713' },
  'Rice & Grains': { taxClass: 'gst-5', hsn: '1006' },
  'Flours & Baking': { taxClass: 'gst-5', hsn: '1101' },
  'Spices & Masalas': { taxClass: 'gst-5', hsn: '0910' },
  'Oils & Ghee': { taxClass: 'gst-5', hsn: '1512' },
  'Pickles & Sauces': { taxClass: 'snacks', hsn: '2103' },
  'Snacks & Namkeen': { taxClass: 'snacks', hsn: '2106' },
  'Sweets & Dry Fruits': { taxClass: 'snacks', hsn: '2106' },
  'Tea, Coffee & Drinks': { taxClass: 'gst-5', hsn: '2202' },
  Household: { taxClass: 'gst-18', hsn: '3402' },
  'Personal Care': { taxClass: 'gst-5', hsn: '3304' },
};

/** Products that are taxed unlike the others of their section, by a word of their name. The first that matches counts. */
const BY_WORD: readonly (readonly [word: RegExp, tax: DemoTax])[] = [
  [/\b(?:Bread|Loaf|Pav|Roti)\b/, { taxClass: 'exempt', hsn: '1905' }],
  [/\b(?:Cow|Buffalo|Toned|Full Cream|A2) Milk\b/, { taxClass: 'exempt', hsn: '0401' }],
  [/\bEggs$/, { taxClass: 'exempt', hsn: '0407' }],
  [/\b(?:Curd|Buttermilk|Lassi|Yoghurt)\b/, { taxClass: 'gst-5', hsn: '0403' }],
  [/\bGhee\b|\bSalted Butter\b|\bWhite Butter\b/, { taxClass: 'gst-5', hsn: '0405' }],
  [/\b(?:Soda|Fizz)\b/, { taxClass: 'gst-40', hsn: '2202' }],
  [/\bTea\b|\bFlush\b|\bChai\b|\bKahwa\b/, { taxClass: 'gst-5', hsn: '0902' }],
  [/\bCoffee\b|\bArabica\b/, { taxClass: 'gst-5', hsn: '0901' }],
  [/\bSoap\b/, { taxClass: 'gst-5', hsn: '3401' }],
  [/\bTooth(?:paste|brush)\b/, { taxClass: 'gst-5', hsn: '3306' }],
  [/\bBatteries\b/, { taxClass: 'gst-18', hsn: '8506' }],
  [/\bBulb\b/, { taxClass: 'gst-18', hsn: '8539' }],
  [/\bBroom\b|\bMop\b/, { taxClass: 'gst-18', hsn: '9603' }],
  [/\bMatches\b/, { taxClass: 'gst-5', hsn: '3605' }],
  [/\bIncense\b/, { taxClass: 'gst-5', hsn: '3307' }],
  [/\bFoil\b/, { taxClass: 'gst-18', hsn: '7607' }],
  [/\bBags\b/, { taxClass: 'gst-18', hsn: '3923' }],
];

/** Returns how a product is taxed. @param section English name of its section */
export function demoTaxOf(section: string, { name }: Pick<DemoProduct, 'name'>): DemoTax {
  const special = BY_WORD.find(([word]) => word.test(name))?.[1];
  const usual = special ?? BY_SECTION[section];
  if (usual === undefined) throw new Error(`No tax class for the section ${section}`);
  return usual;
}
