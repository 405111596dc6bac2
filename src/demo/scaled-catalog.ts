import { DEMO_CATALOG } from './catalog/demo-catalog.js';
import type { DemoProduct, DemoSection } from './catalog/demo-product.js';

const MAKERS = [
  'Nandi Hills',
  'Kaveri',
  'Blue Lotus',
  'Malnad',
  'Sahyadri',
  'Deccan',
  'Konkan',
  'Udupi',
  'Coorg',
  'Tungabhadra',
];
const KINDS = ['Classic', 'Family', 'Organic', 'Premium', 'Daily', 'Village', 'Garden', 'Heritage'];

/**
 * The demo catalogue, or for measuring a larger one: the same products again under other makers' names, until there are
 * as many as asked for.
 */
export function demoRange(products: number): DemoSection[] {
  const own = DEMO_CATALOG.reduce((count, section) => count + section.products.length, 0);
  const sections = DEMO_CATALOG.map((section) => ({ ...section, products: [...section.products] }));
  for (let round = 0, made = own; made < products; round++) {
    for (const [i, section] of DEMO_CATALOG.entries()) {
      const variants = section.products.slice(0, products - made).map((product) => variantOf(product, round));
      sections[i]?.products.push(...variants);
      made += variants.length;
    }
  }
  return sections;
}

function variantOf(product: DemoProduct, round: number): DemoProduct {
  const maker = MAKERS[round % MAKERS.length] ?? '';
  const kind = KINDS[Math.floor(round / MAKERS.length) % KINDS.length] ?? '';
  const series = Math.floor(round / (MAKERS.length * KINDS.length));
  const name = `${maker} ${kind} ${product.name}${series === 0 ? '' : ` ${series + 1}`}`;
  return {
    ...product,
    name,
    brand: maker,
    rate: product.rate + ((round % 7) + 1) * 50,
    stock: Math.max(product.stock, product.step * 40),
  };
}
