import { requestErrors } from '../platform/common/common.errors.js';
import { toThousandths } from '../platform/common/money/quantity.js';
import type { UnitType } from '../platform/common/money/unit-type.js';
import type { GuestCartItem } from './cart.dto.js';

/** An item of a guest cart. Quantity in thousandths of a unit; without the unit, it is that of the product. */
interface GuestLine {
  readonly productId: string;
  readonly quantity: number;
  readonly unit: UnitType | undefined;
}

/** A product that items of a guest cart name. */
export interface MergedProduct {
  readonly id: string;
  readonly unit_type: UnitType;
  readonly rate_per_unit: number;
}

/** A line to merge into a cart. */
interface MergedLine {
  readonly productId: string;
  readonly quantity: number;
  readonly unit: UnitType;
  /** Rate of the product, in minor units. */
  readonly rate: number;
}

/** Converts the items of a guest cart. @throws request.invalid for a quantity that is not above 0 */
export function guestLinesOf(items: readonly GuestCartItem[]): GuestLine[] {
  return items.map(({ productId, quantity, unitType: unit }, i) => {
    const thousandths = toThousandths(quantity) ?? 0;
    if (thousandths > 0) return { productId, quantity: thousandths, unit };
    const field = `items.${i}.quantity`;
    throw requestErrors.invalid({
      errors: [{ field, code: 'field.is-quantity', message: 'The quantity must be more than 0.' }],
    });
  });
}

/**
 * Returns one line for each product, sorted by its ID: the largest quantity in the product's unit or, if there is none, the
 * first one in a former unit. Items of unknown products are left out.
 */
export function mergedLines(lines: readonly GuestLine[], products: readonly MergedProduct[]): MergedLine[] {
  return products
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, unit_type: current, rate_per_unit: rate }) => {
      const own = lines
        .filter(({ productId }) => productId === id)
        .map(({ quantity, unit = current }) => ({ productId: id, quantity, unit, rate }));
      const inUnit = own.filter(({ unit }) => unit === current).toSorted((a, b) => b.quantity - a.quantity);
      return (inUnit.length > 0 ? inUnit : own).slice(0, 1);
    });
}
