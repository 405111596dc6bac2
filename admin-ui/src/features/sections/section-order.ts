/** A list with one of it at another place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, i) => i !== from);
  const item = items[from];
  return item === undefined ? rest : rest.toSpliced(to, 0, item);
}

/**
 * The items in the order of ids, as to take a move back; undefined where one of them is gone or another has come, and that
 * order means nothing any more.
 */
export function inOrder<Item extends { readonly id: string }>(
  items: readonly Item[],
  ids: readonly string[],
): Item[] | undefined {
  const byId = new Map(items.map((item) => [item.id, item]));
  const ordered = ids.flatMap((id) => byId.get(id) ?? []);
  return ordered.length === items.length && ids.length === items.length ? ordered : undefined;
}
