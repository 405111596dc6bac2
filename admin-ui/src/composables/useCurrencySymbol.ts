import { useFormatters } from 'ui-common/composables/useFormatters';
import { useStore } from 'ui-common/composables/useStore';
import { computed } from 'vue';

/** Returns the symbol of the store's currency in the user's language, such as ₹. */
export function useCurrencySymbol() {
  const { tag } = useFormatters();
  const { data: store } = useStore();
  return computed(
    () =>
      new Intl.NumberFormat(tag.value, { style: 'currency', currency: store.value?.currency ?? 'INR' })
        .formatToParts(0)
        .find(({ type }) => type === 'currency')?.value,
  );
}
