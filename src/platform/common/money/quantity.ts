/**
 * The largest quantity that the store takes, in units. A hundred lines of it at the largest rate still add up to an
 * exact JSON number.
 */
export const MAX_QUANTITY = 100_000;

/**
 * A quantity as JSON carries it (1.25 kg) in thousandths of the unit (1250), or undefined where it is no number, has
 * more than three decimals, or is beyond {@link MAX_QUANTITY}.
 */
export function toThousandths(quantity: unknown): number | undefined {
  if (typeof quantity !== 'number' || !Number.isFinite(quantity) || Math.abs(quantity) > MAX_QUANTITY)
    return undefined;
  const thousandths = Math.round(quantity * 1000);
  // Dividing gives back the very double that the client's decimal text was parsed to, if it had three decimals at most.
  return thousandths / 1000 === quantity ? thousandths : undefined;
}

/** Thousandths of a unit (1250) as the plain number that JSON carries (1.25). */
export function fromThousandths(thousandths: number): number {
  return thousandths / 1000;
}

/** Whether a quantity can be ordered: positive, and a multiple of the product's step. All in thousandths. */
export function isMultipleOf(step: number, thousandths: number): boolean {
  return thousandths > 0 && thousandths % step === 0;
}
