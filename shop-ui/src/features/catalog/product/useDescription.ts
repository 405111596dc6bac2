import { useQuery } from '@pinia/colada';
import type { Language } from 'ui-common/api/languages';
import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { hasTextsIn } from '../../../common/names';
import type { Product } from '../../cart/cart-line';
import { detailsQuery } from '../catalog-queries';

/** Describes a product in the user's language, or in that of the store until it is loaded and where there is none. */
export function useDescription(product: () => Product): ComputedRef<string> {
  const { locale } = useI18n();
  const language = computed(() => locale.value as Language);
  const { data: details } = useQuery(() => ({
    ...detailsQuery(product().id),
    enabled: hasTextsIn(product(), language.value),
  }));
  return computed(() => details.value?.texts[language.value]?.description ?? product().description);
}
