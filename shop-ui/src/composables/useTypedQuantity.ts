import { computed, ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Schema } from 'ui-common/api/client';
import { useFormatters } from 'ui-common/composables/useFormatters';
import { toThousandths } from 'ui-common/quantity/quantity';
import { chosenQuantity, saleTermsOf, type Chosen } from 'ui-common/quantity/chosen-quantity';
import { maxPerOrder, mostToBuy } from 'ui-common/quantity/max-quantity';

type Product = Schema<'ProductView'>;

/** A quantity that the shop offers instead of the typed one. */
export interface QuantityChoice {
  /** Thousandths. */
  readonly quantity: number;
  readonly text: string;
}

/**
 * Reads typed quantities of a product, and asks where the text is unclear or the amount unusual.
 *
 * @param set sets the quantity in the cart, in thousandths
 */
export function useTypedQuantity(product: () => Product, set: (thousandths: number) => void) {
  const texts = useQuantityTexts(product);
  /** Response to the latest entry or press. */
  const feedback = ref('');
  const chosen = shallowRef<Chosen>();
  const choices = computed<QuantityChoice[]>(() =>
    (chosen.value?.choices ?? []).map((quantity) => ({ quantity, text: texts.choice(quantity) })),
  );

  /** Takes the text, or asks about it. Returns false if it is unreadable. */
  function take(text: string): boolean {
    const result = chosenQuantity(text, saleTermsOf(product()));
    if (result?.quantity !== undefined) set(result.quantity);
    chosen.value = result;
    feedback.value = texts.response(result);
    return result !== undefined;
  }

  /** Says why the quantity cannot increase. */
  function refuseMore(): void {
    clear();
    feedback.value = texts.noMore();
  }

  function clear(): void {
    feedback.value = '';
    chosen.value = undefined;
  }

  return { feedback, choices, example: texts.example, take, refuseMore, clear };
}

/** Returns the texts about typed quantities of a product. */
function useQuantityTexts(product: () => Product) {
  const { t } = useI18n();
  const { amount } = useFormatters();
  const shown = (thousandths: number): string => amount(thousandths, product().unitType);
  const step = computed(() => toThousandths(product().quantityStep));
  const example = computed(() => shown(step.value * 3));

  function response(chosen: Chosen | undefined): string {
    if (chosen === undefined) return t('cart.quantity.unreadable', { example: example.value });
    const { reason, quantity = 0 } = chosen;
    if (reason === undefined) return '';
    const most = shown(maxPerOrder(product()));
    return t(`cart.quantity.${reason}`, { step: shown(step.value), amount: shown(quantity), most });
  }

  function noMore(): string {
    const most = mostToBuy(product());
    const isLimited = most + step.value <= toThousandths(product().quantityAvailable);
    const amounts = { amount: shown(most), most: shown(most) };
    return t(`cart.quantity.${isLimited ? 'max' : 'stock'}`, amounts);
  }

  const choice = (quantity: number): string => t('cart.quantity.take', { amount: shown(quantity) });
  return { example, response, noMore, choice };
}
