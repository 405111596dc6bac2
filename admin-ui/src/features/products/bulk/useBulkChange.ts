import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { refDebounced } from '@vueuse/core';
import { useFormatters } from 'ui-common/composables/useFormatters';
import { useProblemMessage } from 'ui-common/composables/useProblemMessage';
import { useToasts } from 'ui-common/composables/useToasts';
import { computed, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { changeProducts, type ChangeProductsBody, type SelectedProduct } from '../products';
import {
  conflictingProducts,
  undoOf,
  type BulkAction,
  type BulkChange,
  type BulkResult,
} from './bulk-changes';

/** Waits until the user stops typing a percentage. */
const DEBOUNCE_MS = 250;

/**
 * Previews, applies and undoes one bulk change of products.
 *
 * @param products the products as selected; the table may refetch them while the dialog is open
 * @param change undefined until the user has entered it
 * @param onDone called after the change has been applied
 */
export function useBulkChange(
  action: BulkAction,
  products: readonly SelectedProduct[],
  change: () => BulkChange | undefined,
  onDone: () => void,
) {
  const subject = shallowRef(products.map(({ id, version }) => ({ id, version })));
  const debounced = refDebounced(computed(change), DEBOUNCE_MS);
  const isSettled = computed(() => JSON.stringify(debounced.value) === JSON.stringify(change()));
  const body = computed(() => debounced.value && { ...debounced.value, products: subject.value });
  const { data: preview, error: previewError, isLoading: isPreviewing } = useBulkPreview(() => body.value);

  const { mutate: apply, isLoading: isApplying, error: applyError, reset } = useBulkApply(action, onDone);
  watch(body, reset);

  const refusal = computed(() => applyError.value ?? previewError.value);
  const conflicts = computed(() => conflictingProducts(refusal.value));
  /** True if the preview shows the latest input, which is a condition for applying it. */
  const isReady = computed(
    () =>
      isSettled.value &&
      !isPreviewing.value &&
      conflicts.value.length === 0 &&
      (preview.value?.changed ?? 0) > 0,
  );

  function leaveOut(): void {
    const ids = new Set(conflicts.value.map(({ id }) => id));
    subject.value = subject.value.filter(({ id }) => !ids.has(id));
  }

  return {
    /** Number of products to change. */
    count: computed(() => subject.value.length),
    ...{ preview, isPreviewing, isReady, isApplying, refusal, conflicts },
    apply: () => {
      if (body.value !== undefined && isReady.value && !isApplying.value) apply(body.value);
    },
    /** Continues without the conflicting products. */
    leaveOut,
  };
}

/** Applies a bulk change and shows the result. */
function useBulkApply(action: BulkAction, onDone: () => void) {
  const cache = useQueryCache();
  const announce = useAnnouncement(action);
  return useMutation({
    mutation: (body: ChangeProductsBody) => changeProducts(body),
    onSuccess: (result) => {
      announce(result);
      onDone();
    },
    onSettled: () => refresh(cache),
  });
}

/** Queries the server's dry run of a bulk change. */
function useBulkPreview(body: () => ChangeProductsBody | undefined) {
  return useQuery({
    key: () => ['bulk-preview', JSON.stringify(body())],
    query: () => changeProducts({ products: [], ...body(), dryRun: true }),
    enabled: () => body() !== undefined,
    staleTime: 0,
  });
}

/** Returns a function that shows the result in a toast with an undo button. */
function useAnnouncement(action: BulkAction): (result: BulkResult) => void {
  const { t } = useI18n();
  const { number } = useFormatters();
  const toasts = useToasts();
  const messageOf = useProblemMessage();
  const cache = useQueryCache();

  async function undo(result: BulkResult): Promise<void> {
    try {
      const { changed } = await changeProducts({ products: undoOf(result) });
      toasts.show({ text: t('bulk.undone', { n: number(changed) }, changed) });
    } catch (failure) {
      toasts.show({ text: messageOf(failure), tone: 'error' });
    }
    await refresh(cache);
  }

  return (result) => {
    const { changed } = result;
    toasts.show({
      text: t(`bulk.done.${action}`, { n: number(changed) }, changed),
      stays: true,
      action: { text: t('bulk.undo'), run: () => void undo(result) },
    });
  };
}

/** Invalidates all queries that show products. */
async function refresh(cache: ReturnType<typeof useQueryCache>): Promise<void> {
  await Promise.all([
    cache.invalidateQueries({ key: ['products'] }),
    cache.invalidateQueries({ key: ['sections'] }),
  ]);
}
