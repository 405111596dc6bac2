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
const RANGES = ['Classic', 'Family', 'Organic', 'Premium', 'Daily', 'Village', 'Garden', 'Heritage'];

/**
 * Returns the demo catalog. For measurements, it repeats the products under other makers' names up to the requested
 * number.
 */
export function scaledCatalog(products: number): DemoSection[] {
  const own = DEMO_CATALOG.reduce((count, section) => count + section.products.length, 0);
  const sections = DEMO_CATALOG.map((section) => ({ ...section, products: [...section.products] }));
  for (let round = 0, total = own; total < products; round++) {
    for (const [i, section] of DEMO_CATALOG.entries()) {
      const variants = section.products
        .slice(0, products - total)
        .map((product) => variantOf(product, round));
      sections[i]?.products.push(...variants);
      total += variants.length;
    }
  }
  return sections;
}

function variantOf(product: DemoProduct, round: number): DemoProduct {
  const maker = MAKERS[round % MAKERS.length] ?? '';
  const range = RANGES[Math.floor(round / MAKERS.length) % RANGES.length] ?? '';
  const series = Math.floor(round / (MAKERS.length * RANGES.length));
  const name = `${maker} ${range} ${product.name}${series === 0 ? '' : ` ${series + 1}`}`;
  return {
    ...product,
    name,
    brand: maker,
    rate: product.rate + ((round % 7) + 1) * 50,
    stock: Math.max(product.stock, product.step * 40),
  };
}
