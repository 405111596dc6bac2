import { watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useProblemMessage } from 'ui-common/composables/useProblemMessage';
import { useToasts } from 'ui-common/composables/useToasts';
import { useNames } from '../../composables/useNames';
import { useCart } from './cart';

/** Shows a toast for each refused cart change, on any page. */
export function useCartToasts(): void {
  const cart = useCart();
  const toasts = useToasts();
  const messageOf = useProblemMessage();
  const { t } = useI18n();
  const { nameOf } = useNames();

  watch(
    () => cart.latestRefusal,
    (refusal) => {
      if (refusal === undefined) return;
      const text = t('cart.refused', { name: nameOf(refusal.product), reason: messageOf(refusal.problem) });
      toasts.show({ text, tone: 'error' });
    },
  );
}
