import { onScopeDispose } from 'vue';
import type { Schema } from 'ui-common/api/client';
import { coalesced } from '../common/coalesced';
import { useEventStream } from './useEventStream';

type Marks = Schema<'ChangesView'>;
type Kind = keyof Marks;

interface Screen {
  readonly kinds: readonly Kind[];
  readonly look: () => void;
}

/** The live parts of the pages that are open in this tab. */
const screens = new Set<Screen>();

/** The latest marks of the stream. */
let marks: Partial<Marks> = {};

function tell(isChanged: (kind: Kind) => boolean): void {
  for (const { kinds, look } of screens) if (kinds.some(isChanged)) look();
}

/**
 * Follows the one stream of changes, for all live parts of this tab. After a lost connection all of them look again.
 *
 * @param isNeededWhileHidden true to follow it in a hidden tab, too
 */
export function useChangeFeed(isNeededWhileHidden: () => boolean): void {
  useEventStream('/api/v1/admin/changes/events', {
    onEvent: ({ event, data }) => {
      if (event !== 'changes') return;
      const [before, now] = [marks, JSON.parse(data) as Marks];
      marks = now;
      tell((kind) => before[kind] !== undefined && before[kind] !== now[kind]);
    },
    onReconnect: () => tell(() => true),
    isNeededWhileHidden,
  });
}

/** Calls `look` when data of one of the kinds has changed anywhere, one call at a time. */
export function useChanges(kinds: readonly Kind[], look: () => Promise<unknown>): void {
  const screen = { kinds, look: coalesced(look) };
  screens.add(screen);
  onScopeDispose(() => screens.delete(screen));
}
