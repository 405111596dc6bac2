/**
 * The price of a line: rate × quantity, half up, in the currency's minor unit.
 * floor((ratePerUnit × thousandths + 500) / 1000), in BigInt, so that no float ever touches money.
 *
 * @param ratePerUnit minor units of the currency per one unit of the product; a whole number, 0 or more
 * @param thousandths quantity in thousandths of the unit; a whole number, 0 or more
 * @throws RangeError where an argument is no such number, or the price is beyond what a JSON number carries exactly
 */
export function linePrice(ratePerUnit: number, thousandths: number): number {
  if (
    !Number.isSafeInteger(ratePerUnit) ||
    !Number.isSafeInteger(thousandths) ||
    ratePerUnit < 0 ||
    thousandths < 0
  ) {
    throw new RangeError(`Not a rate and a quantity: ${ratePerUnit}, ${thousandths}`);
  }
  const price = Number((BigInt(ratePerUnit) * BigInt(thousandths) + 500n) / 1000n);
  if (!Number.isSafeInteger(price))
    throw new RangeError(`The price of ${thousandths} at ${ratePerUnit} is out of range`);
  return price;
}

/** The sum of amounts in minor units. */
export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** The largest rate that the store takes, in minor units: ten lakh rupees for one unit. */
export const MAX_RATE = 100_000_000;
