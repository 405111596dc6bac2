const BATCH_SIZE = 500;

/** Splits a list into batches that one statement can take. */
export function batchesOf<Item>(items: readonly Item[], size = BATCH_SIZE): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size));
}
