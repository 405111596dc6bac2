import { useQueryCache } from '@pinia/colada';
import { watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useSession } from 'ui-common/session/session';

/** What is the same for everybody. Whatever else was fetched may be somebody's own. */
const EVERYBODYS: readonly unknown[] = ['store', 'sections', 'section', 'products', 'product'];

/**
 * Whenever somebody else is signed in, or nobody any more: forgets what was fetched for the one before, and leads away from a
 * page that needs an account to where one signs in, and from there back.
 */
export function useSessionEnd(): void {
  const cache = useQueryCache();
  const session = useSession();
  const route = useRoute();
  const router = useRouter();
  watch(
    () => session.account?.id,
    (id, before) => {
      if (before === undefined) return;
      const { needsAccount, needsShopper } = route.meta;
      const next = route.fullPath;
      const leaves = id === undefined && (needsAccount === true || needsShopper === true);
      const leaving = leaves ? router.replace({ path: '/sign-in', query: { next } }) : Promise.resolve();
      void leaving.then(() => {
        for (const entry of cache.getEntries()) {
          if (!EVERYBODYS.includes(entry.key[0])) cache.remove(entry);
        }
      });
    },
  );
}
