import { watch } from 'vue';
import { useRouter } from 'vue-router';

/**
 * Replaces the URL of a product page that was opened by a former slug. The API has followed the redirect, so that the
 * product has the current one.
 */
export function useCurrentSlug(
  requested: () => string,
  found: () => { readonly id: string; readonly slug: string } | undefined,
): void {
  const router = useRouter();
  watch(
    found,
    (product) => {
      if (product === undefined || [product.id, product.slug].includes(requested())) return;
      void router.replace(`/products/${product.slug}`);
    },
    { immediate: true },
  );
}
