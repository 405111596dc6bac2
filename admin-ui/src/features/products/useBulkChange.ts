import { useQueryCache } from '@pinia/colada';
import { useFigures } from 'ui-common/composables/useFigures';
import { useToasts } from 'ui-common/composables/useToasts';
import { computed, ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { applyAll, type FailedChange, type PlannedChange } from './bulk-changes';
import { changeProduct } from './products';

/**
 * Makes many changes of products, one after the other.
 *
 * @param onSuccess is told when all of them are made
 */
export function useBulkChange(onSuccess: () => void) {
  const { t } = useI18n();
  const { number } = useFigures();
  const toasts = useToasts();
  const cache = useQueryCache();

  const isRunning = ref(false);
  const done = ref(0);
  const failed = shallowRef<readonly FailedChange[]>([]);
  /** It has been tried, and something was refused. */
  const isOver = computed(() => failed.value.length > 0);

  async function run(plan: readonly PlannedChange[]): Promise<void> {
    if (plan.length === 0 || isRunning.value || isOver.value) return;
    isRunning.value = true;
    failed.value = await applyAll(
      plan,
      ({ product, changes }) => changeProduct(product, changes),
      (over) => {
        done.value = over;
      },
    );
    isRunning.value = false;
    await cache.invalidateQueries({ key: ['products'] });
    await cache.invalidateQueries({ key: ['sections'] });
    if (isOver.value) return;
    toasts.show({ text: t('products.bulk.done', { n: number(plan.length) }, plan.length) });
    onSuccess();
  }

  return { run, isRunning, done, failed, isOver };
}
