/** What stands among others by its position. */
interface Placed {
  readonly id: string;
  readonly position: number;
}

/** A list with one of it at another place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, i) => i !== from);
  const item = items[from];
  return item === undefined ? rest : rest.toSpliced(to, 0, item);
}

/**
 * The fewest new positions by which a list comes into its order: as many as can keep theirs, from the front on, where the next is
 * greater than the one before.
 */
export function newPositions<Item extends Placed>(
  ordered: readonly Item[],
): { item: Item; position: number }[] {
  const keeps = longestRise(ordered.map(({ position }) => position));
  const positions: number[] = [];
  for (const [i, { position }] of ordered.entries()) {
    const before = positions.at(-1) ?? 0;
    // One that kept its place may have been overtaken by those that were pushed in before it.
    positions.push(keeps.has(i) && position > before ? position : before + 1);
  }
  return ordered.flatMap((item, i) => {
    const position = positions[i] ?? item.position;
    return position === item.position ? [] : [{ item, position }];
  });
}

/** The indices of a longest strictly rising subsequence. Sections are a few dozen: squared is quick enough. */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  const ends: number[][] = [];
  for (const [i, value] of values.entries()) {
    const best = ends
      .filter((rise) => (values[rise.at(-1) ?? -1] ?? Number.NEGATIVE_INFINITY) < value)
      .reduce((a, b) => (b.length > a.length ? b : a), [] as number[]);
    ends.push([...best, i]);
  }
  return new Set(ends.reduce((a, b) => (b.length > a.length ? b : a), []));
}
