import { LANGUAGES, languageOf, type Language } from 'ui-common/api/languages';
import { useStore } from 'ui-common/composables/useStore';
import { computed, type ComputedRef } from 'vue';

/** Returns the languages of the shop other than that of the store, in which products and sections have their own names. */
export function useOtherLanguages(): ComputedRef<readonly Language[]> {
  const { data: store } = useStore();
  return computed(() => LANGUAGES.filter((language) => language !== languageOf(store.value?.locale ?? 'en')));
}
