/**
 * An amount by how many it is shared by, half up, in BigInt, so that no float ever touches money; 0 where there are none.
 *
 * @param amount minor units of the currency, 0 or more
 */
export function average(amount: number, count: number): number {
  if (count === 0) return 0;
  const [sum, parts] = [BigInt(amount), BigInt(count)];
  return Number((2n * sum + parts) / (2n * parts));
}

/** What a quantity is worth at a rate, half up, in minor units: as a line's price, but of any size. */
export function worth(ratePerUnit: number, thousandths: number): number {
  return Number((BigInt(ratePerUnit) * BigInt(thousandths) + 500n) / 1000n);
}
