/**
 * Largest quantity that the store accepts, in units. A hundred lines of it at the largest rate still add up to an
 * exact JSON number.
 */
export const MAX_QUANTITY = 100_000;

/**
 * Converts a quantity as JSON carries it (1.25 kg) to thousandths of the unit (1250). Returns undefined if it is not a
 * number, has more than three decimals, or exceeds {@link MAX_QUANTITY}.
 */
export function toThousandths(quantity: unknown): number | undefined {
  if (typeof quantity !== 'number' || !Number.isFinite(quantity) || Math.abs(quantity) > MAX_QUANTITY)
    return undefined;
  const thousandths = Math.round(quantity * 1000);
  // With at most three decimals, the division restores the exact double that the client's text was parsed to.
  return thousandths / 1000 === quantity ? thousandths : undefined;
}

/** Like {@link toThousandths}, for a number that was validated before. @throws RangeError for any other */
export function thousandths(quantity: number): number {
  const exact = toThousandths(quantity);
  if (exact === undefined) throw new RangeError(`Invalid quantity: ${quantity}`);
  return exact;
}

/** Converts thousandths of a unit (1250) to the plain number that JSON carries (1.25). */
export function fromThousandths(thousandths: number): number {
  return thousandths / 1000;
}

/** Returns true if a quantity can be ordered: positive, and a multiple of the product's step. Both in thousandths. */
export function isMultipleOf(step: number, thousandths: number): boolean {
  return thousandths > 0 && thousandths % step === 0;
}
