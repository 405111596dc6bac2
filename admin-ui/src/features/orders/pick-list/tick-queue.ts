import { ApiProblem } from 'ui-common/api/api-problem';
import { SECOND_MS } from 'ui-common/dates/durations';
import { readonly, ref, shallowRef } from 'vue';
import { coalesced } from '../../../common/coalesced';
import type { UnsentTicks } from './pick-list';

/** Maximum number of ticks in one request. */
const MAX_TICKS = 100;
const RETRY_DELAY_MS = 5 * SECOND_MS;

export interface TickChange {
  readonly itemId: string;
  readonly ticked: boolean;
}

interface TickQueueParts<State> {
  /** Ticks that were not sent before this page was loaded. */
  readonly stored: unknown;
  readonly store: (unsent: readonly TickChange[]) => void;
  readonly send: (changes: TickChange[]) => Promise<readonly State[]>;
  readonly onSent: (states: readonly State[]) => void;
}

/**
 * Sends ticks in the order of their lines' last changes. A tick that cannot be sent stays, also across a reload, and is sent when the
 * server can be reached. Ticks that the server refuses as invalid are given up.
 */
export function createTickQueue<State>({ stored, store, send, onSent }: TickQueueParts<State>) {
  const unsent = shallowRef<UnsentTicks>(
    new Map(readTicks(stored).map((tick) => [tick.itemId, tick.ticked])),
  );
  /** True while the server cannot be reached. */
  const isStuck = ref(false);
  let retry: ReturnType<typeof setTimeout> | undefined;

  function keep(now: UnsentTicks): void {
    unsent.value = now;
    store([...now].map(([itemId, ticked]) => ({ itemId, ticked })));
  }

  /** Removes what was sent, unless it has changed meanwhile. */
  function forget(sent: readonly TickChange[]): void {
    const now = new Map(unsent.value);
    for (const { itemId, ticked } of sent) if (now.get(itemId) === ticked) now.delete(itemId);
    keep(now);
  }

  const flush = coalesced(async () => {
    clearTimeout(retry);
    while (unsent.value.size > 0) {
      const changes = [...unsent.value].slice(0, MAX_TICKS).map(([itemId, ticked]) => ({ itemId, ticked }));
      try {
        onSent(await send(changes));
        forget(changes);
        isStuck.value = false;
      } catch (problem) {
        if (isInvalid(problem)) forget(changes);
        else {
          isStuck.value = true;
          retry = setTimeout(flush, RETRY_DELAY_MS);
          return;
        }
      }
    }
    isStuck.value = false;
  });

  function set(itemIds: readonly string[], ticked: boolean): void {
    keep(new Map([...unsent.value, ...itemIds.map((itemId) => [itemId, ticked] as const)]));
    flush();
  }

  return { unsent: readonly(unsent), isStuck: readonly(isStuck), set, flush };
}

/** Returns true if the same request can never succeed. */
function isInvalid(problem: unknown): boolean {
  return problem instanceof ApiProblem && [400, 422].includes(problem.status);
}

/** Returns the stored ticks that have the right shape: users and scripts can edit the storage. */
function readTicks(stored: unknown): TickChange[] {
  return Array.isArray(stored) ? stored.filter(isTickChange) : [];
}

function isTickChange(value: unknown): value is TickChange {
  if (typeof value !== 'object' || value === null || !('itemId' in value) || !('ticked' in value))
    return false;
  return typeof value.itemId === 'string' && typeof value.ticked === 'boolean';
}
