/**
 * Computes the price of a line: rate × quantity, rounded half up, in the currency's minor unit.
 * floor((ratePerUnit × thousandths + 500) / 1000), in BigInt, so that no float ever touches money.
 *
 * @param ratePerUnit minor units of the currency per unit of the product; a non-negative integer
 * @param thousandths quantity in thousandths of the unit; a non-negative integer
 * @throws RangeError if an argument is no such number, or if a JSON number cannot carry the price exactly
 */
export function linePrice(ratePerUnit: number, thousandths: number): number {
  if (
    !Number.isSafeInteger(ratePerUnit) ||
    !Number.isSafeInteger(thousandths) ||
    ratePerUnit < 0 ||
    thousandths < 0
  ) {
    throw new RangeError(`Invalid rate or quantity: ${ratePerUnit}, ${thousandths}`);
  }
  const price = Number((BigInt(ratePerUnit) * BigInt(thousandths) + 500n) / 1000n);
  if (!Number.isSafeInteger(price))
    throw new RangeError(`Price out of range: ${thousandths} thousandths at ${ratePerUnit}`);
  return price;
}

/** Adds up amounts in minor units. */
export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** Largest rate that the store accepts, in minor units: ten lakh rupees per unit. */
export const MAX_RATE = 100_000_000;
