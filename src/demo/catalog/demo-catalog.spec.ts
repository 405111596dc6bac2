import { UNIT_TYPES } from '../../platform/common/money/unit-type.js';
import { DEMO_CATALOG } from './demo-catalog.js';
import type { DemoProduct } from './demo-product.js';
import { HINDI_CATALOG } from './hindi/demo-catalog-hindi.js';

const products = DEMO_CATALOG.flatMap((section) => section.products);

/** Returns the names of the products that break a rule, so that a failure lists the ones to fix. */
function namesWhere(broken: (product: DemoProduct) => boolean): string[] {
  return products.filter(broken).map((product) => product.name);
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function thousandths(quantity: number): number {
  return Math.round(quantity * 1000);
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

describe('DEMO_CATALOG', () => {
  it('has the number of sections and products of a real grocer', () => {
    expect(DEMO_CATALOG.length).toBeGreaterThanOrEqual(14);
    expect(products.length).toBeGreaterThanOrEqual(290);
    expect(products.length).toBeLessThanOrEqual(320);
  });

  it('gives each section its own name and slug', () => {
    expect(repeated(DEMO_CATALOG.map((section) => slugOf(section.name)))).toEqual([]);
  });

  it('gives each product its own name and slug', () => {
    expect(repeated(products.map((product) => slugOf(product.name)))).toEqual([]);
    expect(repeated(products.map((product) => product.picture))).toEqual([]);
    expect(namesWhere(({ name }) => name.length < 2 || name.length > 60)).toEqual([]);
  });

  it('describes every product, each with its own text', () => {
    expect(namesWhere(({ description }) => description.length < 20 || description.length > 200)).toEqual([]);
    expect(repeated(products.map((product) => product.description))).toEqual([]);
  });

  it('uses known units and whole paise, and prices each step above zero', () => {
    expect(namesWhere(({ unitType }) => !UNIT_TYPES.includes(unitType))).toEqual([]);
    expect(namesWhere(({ rate }) => !isWhole(rate))).toEqual([]);
    expect(namesWhere(({ rate, step }) => rate * step < 1)).toEqual([]);
  });

  it('stocks multiples of the step', () => {
    expect(namesWhere(({ step }) => step <= 0 || thousandths(step) / 1000 !== step)).toEqual([]);
    expect(namesWhere(({ stock, step }) => thousandths(stock) % thousandths(step) !== 0)).toEqual([]);
    expect(namesWhere(({ stock, lowStock }) => stock < 0 || lowStock <= 0)).toEqual([]);
  });

  it('has a few products sold out and a few running low', () => {
    const soldOut = namesWhere(({ stock }) => stock === 0);
    const runningLow = namesWhere(({ stock, lowStock }) => stock > 0 && stock < lowStock);
    expect(soldOut.length).toBeGreaterThanOrEqual(3);
    expect(soldOut.length).toBeLessThanOrEqual(12);
    expect(runningLow.length).toBeGreaterThanOrEqual(3);
    expect(runningLow.length).toBeLessThanOrEqual(12);
  });

  it('sets best-before after manufacture, with nothing expired', () => {
    const dated = products.filter((product) => product.goodForDays !== undefined);
    expect(dated.filter((product) => product.madeDaysAgo === undefined)).toEqual([]);
    expect(namesWhere(({ madeDaysAgo = 0 }) => !isWhole(madeDaysAgo))).toEqual([]);
    expect(namesWhere(({ goodForDays = 1 }) => !isWhole(goodForDays) || goodForDays < 1)).toEqual([]);
    expect(namesWhere(({ madeDaysAgo = 0, goodForDays = Infinity }) => goodForDays <= madeDaysAgo)).toEqual(
      [],
    );
  });

  it('has Hindi texts for every section and product, each product with its own', () => {
    for (const { name, products: own } of DEMO_CATALOG) {
      const hindi = HINDI_CATALOG[name];
      expect(Object.keys(hindi?.products ?? {}).sort()).toEqual(own.map((product) => product.name).sort());
    }
    const sections = Object.values(HINDI_CATALOG);
    const texts = sections.flatMap((section) => [section, ...Object.values(section.products)]);
    expect(Object.keys(HINDI_CATALOG)).toEqual(DEMO_CATALOG.map(({ name }) => name));
    expect(repeated(texts.map(({ name }) => name))).toEqual([]);
    expect(repeated(texts.map(({ description }) => description))).toEqual([]);
    expect(texts.filter(({ name }) => !/\p{Script=Devanagari}/u.test(name) || name.length > 60)).toEqual([]);
    expect(texts.filter(({ description }) => description.length < 15 || description.length > 200)).toEqual(
      [],
    );
  });

  it('contains the products that the walkthroughs buy', () => {
    const tomatoes = products.find((product) => product.name === 'Tomatoes');
    const milk = products.find((product) => product.name === 'Toned Milk 1 L');
    expect(tomatoes).toMatchObject({ unitType: 'kg', step: 0.25, rate: 4000 });
    expect(tomatoes?.stock).toBeGreaterThanOrEqual(60);
    expect(milk).toMatchObject({ unitType: 'pack', step: 1, rate: 5600 });
    expect(milk?.stock).toBeGreaterThanOrEqual(80);
  });
});
