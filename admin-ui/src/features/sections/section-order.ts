/** Returns the list with one item moved to another position. */
export function moveItem<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, i) => i !== from);
  const item = items[from];
  return item === undefined ? rest : rest.toSpliced(to, 0, item);
}

/**
 * Returns the items in the order of the IDs, to undo a move; undefined if items were added or removed since, so that the
 * order no longer applies.
 */
export function sortByIds<Item extends { readonly id: string }>(
  items: readonly Item[],
  ids: readonly string[],
): Item[] | undefined {
  const byId = new Map(items.map((item) => [item.id, item]));
  const ordered = ids.flatMap((id) => byId.get(id) ?? []);
  return ordered.length === items.length && ids.length === items.length ? ordered : undefined;
}
