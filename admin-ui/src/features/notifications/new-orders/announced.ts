import { readStored, writeStored } from 'ui-common/browser/storage';

const STORAGE_KEY = 'new-order-announced';

interface PlacedOrder {
  readonly number: string;
  /** ISO time of its placement. */
  readonly timestamp: string;
}

/** Returns the orders that were placed after a time. */
export function placedAfter<Item extends PlacedOrder>(orders: readonly Item[], since: string): Item[] {
  return orders.filter(({ timestamp }) => timestamp > since);
}

/**
 * Claims new orders for this tab: each order is announced by one tab of this browser. The lock makes tabs that ask at the same
 * moment ask one after the other.
 *
 * @returns the orders that no other tab has announced
 */
export async function claim<Item extends PlacedOrder>(orders: readonly Item[]): Promise<Item[]> {
  const take = (): Item[] => {
    const stored = readStored(STORAGE_KEY);
    const unclaimed = placedAfter(orders, typeof stored === 'string' ? stored : '');
    const latest = unclaimed
      .map(({ timestamp }) => timestamp)
      .toSorted()
      .at(-1);
    if (latest !== undefined) writeStored(STORAGE_KEY, latest);
    return unclaimed;
  };
  // Locks exist on HTTPS and on this machine alone.
  const { locks } = navigator as { readonly locks?: LockManager | null };
  return locks ? locks.request(STORAGE_KEY, take) : take();
}
