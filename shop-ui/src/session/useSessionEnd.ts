import { useQueryCache } from '@pinia/colada';
import { watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useSession } from 'ui-common/session/session';

/** Key prefixes of public queries. All other cached data may be personal. */
const PUBLIC_QUERY_KEYS: readonly unknown[] = ['store', 'sections', 'section', 'products', 'product'];

/**
 * Removes cached personal data when the account changes or signs out. At sign-out, redirects from pages that need an account to
 * the sign-in page, which returns to them.
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
      const mustLeave = id === undefined && (needsAccount === true || needsShopper === true);
      const navigation = mustLeave
        ? router.replace({ path: '/sign-in', query: { next } })
        : Promise.resolve();
      void navigation.then(() => {
        for (const entry of cache.getEntries()) {
          if (!PUBLIC_QUERY_KEYS.includes(entry.key[0])) cache.remove(entry);
        }
      });
    },
  );
}
