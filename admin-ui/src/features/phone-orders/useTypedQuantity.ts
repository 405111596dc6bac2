import { useFormatters } from 'ui-common/composables/useFormatters';
import { chosenQuantity, type Chosen, type SaleTerms } from 'ui-common/quantity/chosen-quantity';
import { computed, ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';

/**
 * Reads a typed quantity, and asks where it is unclear or unusual.
 *
 * @param terms of the product; undefined until it is known
 * @param set takes the quantity, in thousandths; 0 for none
 */
export function useTypedQuantity(terms: () => SaleTerms | undefined, set: (thousandths: number) => void) {
  const { t } = useI18n();
  const { amount } = useFormatters();
  const feedback = ref('');
  const chosen = shallowRef<Chosen>();
  const choices = computed(() => {
    const unit = terms()?.unitType;
    if (unit === undefined) return [];
    return (chosen.value?.choices ?? []).map((quantity) => ({
      quantity,
      text: t('phone-orders.take', { amount: amount(quantity, unit) }),
    }));
  });

  /** Returns false if the text is unreadable. */
  function take(text: string): boolean {
    const current = terms();
    if (current === undefined) return false;
    const result = chosenQuantity(text, current);
    const shown = (thousandths: number): string => amount(thousandths, current.unitType);
    chosen.value = result;
    if (result === undefined) {
      feedback.value = t('phone-orders.typed.unreadable', { example: shown(current.step * 3) });
      return false;
    }
    feedback.value =
      result.reason === undefined
        ? ''
        : t(`phone-orders.typed.${result.reason}`, {
            step: shown(current.step),
            amount: shown(result.quantity ?? 0),
            most: shown(current.max),
          });
    if (result.quantity !== undefined) set(result.quantity);
    return true;
  }

  function clear(): void {
    feedback.value = '';
    chosen.value = undefined;
  }

  return { feedback, choices, take, clear };
}
