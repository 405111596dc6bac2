import { toThousandths } from 'ui-common/quantity/quantity';
import { mostToBuy } from 'ui-common/quantity/max-quantity';
import type { Product } from '../../cart/cart-line';
import type { Section } from '../../../composables/useSections';

const WEIGHT_UNITS: ReadonlySet<Product['unitType']> = new Set(['kg', 'g']);
const MAX_DIAL_STEPS = 10;
const MAX_PRODUCTS = 3;

/**
 * Selects a few products for the scale: sold by weight, in stock and with an image. Each is from a different section, in the
 * store's order, and has a different step.
 */
export function weighableProducts(
  sections: readonly Section[],
  products: readonly Product[],
): readonly Product[] {
  const loose = products.filter((product) => isLoose(product));
  const chosen: Product[] = [];
  for (const { id } of sections) {
    const next = loose.find(
      (product) => product.sectionId === id && chosen.every((other) => grams(other) !== grams(product)),
    );
    if (next !== undefined && chosen.length < MAX_PRODUCTS) chosen.push(next);
  }
  return chosen;
}

/** Returns the maximum weight on the scale, in thousandths of the unit. */
export function dialEnd(product: Product): number {
  const step = toThousandths(product.quantityStep);
  const steps = mostToBuy(product) / step;
  return step * Math.max(1, Math.min(MAX_DIAL_STEPS, steps));
}

function isLoose({ unitType, quantityStep, quantityAvailable, thumbnailUrl }: Product): boolean {
  return WEIGHT_UNITS.has(unitType) && quantityAvailable >= 2 * quantityStep && thumbnailUrl !== null;
}

/** Returns the step of a product in grams. */
function grams({ unitType, quantityStep }: Product): number {
  return unitType === 'kg' ? toThousandths(quantityStep) : quantityStep;
}
