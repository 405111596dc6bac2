import type { LineOutcome } from '../stock-sheets';

/** Returns the lines of an outcome with those first that need a look: what cannot be booked, then large differences, by value. */
export function byImportance(lines: readonly LineOutcome[]): LineOutcome[] {
  const rank = ({ problem, isLarge, difference }: LineOutcome): number =>
    problem !== null ? 0 : isLarge ? 1 : difference !== 0 ? 2 : 3;
  const size = ({ value }: LineOutcome): number => Math.abs(value ?? Number.MAX_SAFE_INTEGER);
  return lines.toSorted((a, b) => rank(a) - rank(b) || (rank(a) < 3 ? size(b) - size(a) : 0));
}

/** Returns true if nothing but accepted shortages is in the way of a booking. */
export function mayBook(lines: readonly LineOutcome[], acceptsShortages: boolean): boolean {
  return lines.every(({ problem }) => problem === null || (problem === 'below-promised' && acceptsShortages));
}
