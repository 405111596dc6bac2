import { computed, ref, watch } from 'vue';
import { writeStored, accountKey, readStored } from 'ui-common/browser/storage';
import { useSession } from 'ui-common/session/session';
import { useDashboard } from '../dashboard/dashboard';
import { allSeen, noticesOf, readSeen, limitSeen, type Notice, type Seen } from './notices';

/**
 * Returns the current notices of the signed-in user, and those that are new in this browser.
 *
 * @param onNews called with notices that were added while the back office is open
 */
export function useNotices(onNews: (notices: readonly Notice[]) => void) {
  const session = useSession();
  const { data: numbers } = useDashboard();
  const name = computed(() => accountKey('seen-notices', session.account?.id ?? ''));
  const seen = ref<Seen>(readSeen(readStored(name.value)));

  const notices = computed(() =>
    numbers.value === undefined
      ? []
      : noticesOf(numbers.value, session.account?.role === 'admin', seen.value),
  );
  const fresh = computed(() => notices.value.filter((notice) => notice.fresh > 0));

  watch(numbers, (_, before) => {
    if (before === undefined) return;
    remember(limitSeen(notices.value, seen.value));
    const countsBefore = new Map(noticesOf(before, true, {}).map((notice) => [notice.name, notice.count]));
    const added = notices.value.filter((notice) => notice.count > (countsBefore.get(notice.name) ?? 0));
    if (added.length > 0) onNews(added);
  });

  function remember(now: Seen): void {
    seen.value = now;
    writeStored(name.value, now);
  }

  return { notices, fresh, markSeen: () => remember(allSeen(notices.value)) };
}
