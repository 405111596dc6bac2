import { useQuery, useQueryCache } from '@pinia/colada';
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue';
import type { Product } from '../../cart/cart-line';
import { useSections } from '../../../composables/useSections';
import { fewProducts } from '../catalog-queries';
import { useRecentSearches } from './recent-searches';
import { suggest } from './suggestions';

/** Debounce before a request. */
const SEARCH_DELAY_MS = 150;
const MAX_PRODUCTS = 6;

/**
 * Suggestions for the typed text. Sends a request when typing pauses and cancels the previous one. The last result stays until
 * the next one arrives.
 */
export function useSuggestions(words: Ref<string>, isOpen: Ref<boolean>) {
  const cache = useQueryCache();
  const { recent, reload, remember, forgetAll } = useRecentSearches();
  watch(isOpen, reload);
  const { data: sections } = useSections();

  const searchText = ref('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(words, (typed) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      cache.cancelQueries({
        key: fewProducts({ limit: MAX_PRODUCTS, q: searchText.value }).key,
        exact: true,
      });
      searchText.value = typed.trim();
    }, SEARCH_DELAY_MS);
  });
  onScopeDispose(() => {
    clearTimeout(timer);
  });

  const { data: products, status } = useQuery(() => ({
    ...fewProducts({ limit: MAX_PRODUCTS, q: searchText.value }),
    placeholderData: (previous: Product[] | undefined) => previous,
    enabled: isOpen.value && searchText.value !== '',
  }));

  const groups = computed(() =>
    suggest({
      words: words.value,
      recent: recent.value,
      sections: sections.value ?? [],
      products: products.value ?? [],
    }),
  );
  /** True if the server found no product for the typed text. */
  const hasNoProducts = computed(
    () =>
      status.value === 'success' && searchText.value === words.value.trim() && products.value?.length === 0,
  );

  return { groups, hasNoProducts, remember, forgetAll };
}
