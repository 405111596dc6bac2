import { toThousandths } from 'ui-common/quantity/quantity';
import type { Product } from '../../cart/cart-line';
import type { Section } from '../catalog-queries';

const WEIGHTS: ReadonlySet<Product['unitType']> = new Set(['kg', 'g']);
const STEPS_ON_THE_DIAL = 10;
const MOST = 3;

/**
 * A few things to lay on the scale: loose, in stock, with a picture, from different sections in the store's order, and each sold
 * in other steps than the ones before.
 */
export function thingsToWeigh(
  sections: readonly Section[],
  products: readonly Product[],
): readonly Product[] {
  const loose = products.filter((product) => isLoose(product));
  const chosen: Product[] = [];
  for (const { id } of sections) {
    const next = loose.find(
      (product) => product.sectionId === id && chosen.every((other) => grams(other) !== grams(product)),
    );
    if (next !== undefined && chosen.length < MOST) chosen.push(next);
  }
  return chosen;
}

/** How much of a product the scale weighs at most, in thousandths of its unit. */
export function dialEnd({ quantityStep, quantityAvailable }: Product): number {
  const step = toThousandths(quantityStep);
  const steps = Math.floor(toThousandths(quantityAvailable) / step);
  return step * Math.max(1, Math.min(STEPS_ON_THE_DIAL, steps));
}

function isLoose({ unitType, quantityStep, quantityAvailable, thumbnailUrl }: Product): boolean {
  return WEIGHTS.has(unitType) && quantityAvailable >= 2 * quantityStep && thumbnailUrl !== null;
}

/** The step of a product in grams. */
function grams({ unitType, quantityStep }: Product): number {
  return unitType === 'kg' ? toThousandths(quantityStep) : quantityStep;
}
