import { watch } from 'vue';
import { useRouter } from 'vue-router';

/**
 * Replaces the URL of a page that was opened by a former slug. The API has followed the redirect, so that the data has
 * the current one.
 *
 * @param name of the route and of its parameter
 */
export function useCurrentSlug(
  name: 'section' | 'product',
  requested: () => string,
  found: () => { readonly id: string; readonly slug: string } | undefined,
): void {
  const router = useRouter();
  watch(
    found,
    (current) => {
      if (current === undefined || [current.id, current.slug].includes(requested())) return;
      void router.replace({ name, params: { [name]: current.slug }, query: router.currentRoute.value.query });
    },
    { immediate: true },
  );
}
