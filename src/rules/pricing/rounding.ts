/** Divides and rounds half up: floor((2 × dividend + divisor) / (2 × divisor)). @param divisor above 0 */
export function dividedHalfUp(dividend: bigint, divisor: bigint): number {
  return Number((2n * dividend + divisor) / (2n * divisor));
}
