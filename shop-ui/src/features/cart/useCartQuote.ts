import { computed } from 'vue';
import { quote, type Fees } from 'ui-common/money/quote';
import { useStore } from 'ui-common/composables/useStore';
import { useCart } from './cart';

const NO_FEES: Fees = { deliveryFee: 0, freeDeliveryFrom: null, packingFee: 0 };

/** Computes what the cart costs, as the server will, with the store's charges. */
export function useCartQuote() {
  const cart = useCart();
  const { data: store, refetch } = useStore();
  const fees = computed(() => store.value?.prices ?? NO_FEES);
  const own = computed(() =>
    quote(
      cart.lines.map(({ product, quantity, isBuyable }) => ({
        ratePerUnit: product.ratePerUnit,
        quantity: isBuyable ? quantity : 0,
        taxClassId: product.taxClassId,
      })),
      { fees: fees.value, taxes: store.value?.taxes ?? null },
    ),
  );
  /** While the fetched charges are older than a refusal, what the server said of the same goods holds. */
  const current = computed(() => {
    const { quoted } = cart;
    if (quoted?.subtotal !== own.value.subtotal) return own.value;
    const { charges, total, includedTax } = quoted;
    return { ...own.value, charges, total, includedTax };
  });
  return {
    quote: current,
    /** Price of further goods from which the delivery costs nothing; undefined if it is free, or never will be. */
    untilFreeDelivery: computed(() => {
      const { freeDeliveryFrom } = fees.value;
      const hasFee = current.value.charges.some(({ kind }) => kind === 'delivery');
      return hasFee && freeDeliveryFrom !== null ? freeDeliveryFrom - current.value.subtotal : undefined;
    }),
    /** True if the store charges for deliveries, but not for this one. */
    isDeliveryFree: computed(
      () =>
        fees.value.deliveryFee > 0 &&
        fees.value.freeDeliveryFrom !== null &&
        current.value.subtotal >= fees.value.freeDeliveryFrom &&
        current.value.charges.every(({ kind }) => kind !== 'delivery'),
    ),
    /** Fetches the charges again, after the store has changed them. */
    refreshCharges: async (): Promise<void> => {
      await refetch();
      if (cart.quoted?.total === own.value.total) cart.quoted = undefined;
    },
  };
}
