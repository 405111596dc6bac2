import { useStore } from 'ui-common/composables/useStore';
import { computed } from 'vue';

/** Returns whether products of the store have HSN codes: under the Indian GST, which a store in rupees prepares for. */
export function useHasHsn() {
  const { data: store } = useStore();
  return computed(() => {
    const { taxes, currency } = store.value ?? {};
    return taxes ? taxes.regime === 'gst_in' : currency === 'INR';
  });
}
