import { computed, ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Schema } from 'ui-common/api/client';
import { useFormatters } from 'ui-common/composables/useFormatters';
import { toThousandths } from 'ui-common/quantity/quantity';
import { chosenQuantity, type Chosen } from '../common/chosen-quantity';
import { maxPerOrder, mostToBuy } from '../common/max-quantity';

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
  const { t } = useI18n();
  const { amount } = useFormatters();
  /** Response to the latest entry or press. */
  const feedback = ref('');
  const chosen = shallowRef<Chosen>();

  const step = computed(() => toThousandths(product().quantityStep));
  const example = computed(() => shown(step.value * 3));
  const choices = computed<QuantityChoice[]>(() =>
    (chosen.value?.choices ?? []).map((quantity) => ({
      quantity,
      text: t('cart.quantity.take', { amount: shown(quantity) }),
    })),
  );

  function shown(thousandths: number): string {
    return amount(thousandths, product().unitType);
  }

  /** Takes the text, or asks about it. Returns false if it is unreadable. */
  function take(text: string): boolean {
    const { unitType, quantityAvailable } = product();
    const terms = {
      ...{ unitType, step: step.value },
      ...{ available: toThousandths(quantityAvailable), max: maxPerOrder(product()) },
    };
    const result = chosenQuantity(text, terms);
    if (result?.quantity !== undefined) set(result.quantity);
    chosen.value = result;
    feedback.value =
      result === undefined ? t('cart.quantity.unreadable', { example: example.value }) : describe(result);
    return result !== undefined;
  }

  function describe({ reason, quantity = 0 }: Chosen): string {
    if (reason === undefined) return '';
    const amounts = { step: shown(step.value), amount: shown(quantity), most: shown(maxPerOrder(product())) };
    return t(`cart.quantity.${reason}`, amounts);
  }

  /** Says why the quantity cannot increase. */
  function refuseMore(): void {
    clear();
    const most = mostToBuy(product());
    const isLimited = most + step.value <= toThousandths(product().quantityAvailable);
    feedback.value = t(`cart.quantity.${isLimited ? 'max' : 'stock'}`, {
      amount: shown(most),
      most: shown(most),
    });
  }

  function clear(): void {
    feedback.value = '';
    chosen.value = undefined;
  }

  return { feedback, choices, example, take, refuseMore, clear };
}
