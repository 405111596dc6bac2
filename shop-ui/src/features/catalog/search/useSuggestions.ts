import { useQuery, useQueryCache } from '@pinia/colada';
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue';
import type { Product } from '../../cart/cart-line';
import { fewProducts, useSections } from '../catalog-queries';
import { useRecentSearches } from './recent-searches';
import { suggest } from './suggestions';

/** Milliseconds without a key before the server is asked. */
const PAUSE = 150;
const PRODUCTS = 6;

/**
 * What to suggest for what is typed. The server is asked once the typing pauses; what it was asked before is given up, and its last
 * answer stays until the next one.
 */
export function useSuggestions(words: Ref<string>, isOpen: Ref<boolean>) {
  const cache = useQueryCache();
  const { recent, remember, forgetAll } = useRecentSearches();
  const { data: sections } = useSections();

  const asked = ref('');
  let pause: ReturnType<typeof setTimeout> | undefined;
  watch(words, (typed) => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      cache.cancelQueries({ key: fewProducts({ limit: PRODUCTS, q: asked.value }).key, exact: true });
      asked.value = typed.trim();
    }, PAUSE);
  });
  onScopeDispose(() => {
    clearTimeout(pause);
  });

  const { data: products, status } = useQuery(() => ({
    ...fewProducts({ limit: PRODUCTS, q: asked.value }),
    placeholderData: (previous: Product[] | undefined) => previous,
    enabled: isOpen.value && asked.value !== '',
  }));

  const groups = computed(() =>
    suggest({
      words: words.value,
      recent: recent.value,
      sections: sections.value ?? [],
      products: products.value ?? [],
    }),
  );
  /** The server knows nothing that fits what is typed. */
  const hasNoProducts = computed(
    () => status.value === 'success' && asked.value === words.value.trim() && products.value?.length === 0,
  );

  return { groups, hasNoProducts, remember, forgetAll };
}
