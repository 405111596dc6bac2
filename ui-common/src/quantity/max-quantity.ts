import type { Schema } from '../api/client.ts';
import { maxOrderable, toThousandths } from './quantity.ts';

type Product = Schema<'ProductView'>;

/** Share of the most per order above which a typed amount is questioned: 10 kg of 50 kg. */
const USUAL_SHARE = 0.2;

/** Returns the most of a product that one order can have, in thousandths. */
export function maxPerOrder({ maxQuantity }: Pick<Product, 'maxQuantity'>): number {
  // Products that the browser has kept from an earlier release have no limit yet; the server has.
  return Number.isFinite(maxQuantity) ? toThousandths(maxQuantity) : Number.MAX_SAFE_INTEGER;
}

/** Returns the largest quantity that can be bought now: in whole steps, in stock, and allowed in one order. In thousandths. */
export function mostToBuy({
  quantityStep,
  quantityAvailable,
  maxQuantity,
}: Pick<Product, 'quantityStep' | 'quantityAvailable' | 'maxQuantity'>): number {
  const available = Math.min(toThousandths(quantityAvailable), maxPerOrder({ maxQuantity }));
  return maxOrderable(toThousandths(quantityStep), available);
}

/** Returns the quantity above which the shop asks before it takes a typed amount. One step is always usual. In thousandths. */
export function usualQuantity(step: number, max: number): number {
  return Math.max(step, Math.floor(max * USUAL_SHARE));
}
