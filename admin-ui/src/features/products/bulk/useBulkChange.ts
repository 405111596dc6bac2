import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { useFormatters } from 'ui-common/composables/useFormatters';
import { useProblemMessage } from 'ui-common/composables/useProblemMessage';
import { useToasts } from 'ui-common/composables/useToasts';
import { computed, onWatcherCleanup, ref, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Product } from '../editor/product-draft';
import { changeProducts, type ChangeProductsBody } from '../products';
import { productsInTheWay, undoOf, type BulkAction, type BulkChange, type BulkResult } from './bulk-changes';

/** Milliseconds: whoever types a percentage has done so. */
const PAUSE = 250;

/**
 * One change of many products: what it would do, doing it, and taking it back.
 *
 * @param products as they were selected: what is being changed is fetched anew meanwhile
 * @param change undefined until it is said
 * @param onDone is told when it is made
 */
export function useBulkChange(
  action: BulkAction,
  products: readonly Product[],
  change: () => BulkChange | undefined,
  onDone: () => void,
) {
  const subject = shallowRef(products.map(({ id, version }) => ({ id, version })));
  const { asked, isAsked } = usePaused(change);
  const body = computed(() => asked.value && { ...asked.value, products: subject.value });
  const { data: preview, error: previewError, isLoading: isPreviewing } = useBulkPreview(() => body.value);

  const { mutate: apply, isLoading: isApplying, error: applyError, reset } = useBulkApply(action, onDone);
  watch(body, reset);

  const refusal = computed(() => applyError.value ?? previewError.value);
  const inTheWay = computed(() => productsInTheWay(refusal.value));
  /** What is shown is what was said last: only then it can be applied. */
  const isReady = computed(
    () =>
      isAsked.value &&
      !isPreviewing.value &&
      inTheWay.value.length === 0 &&
      (preview.value?.changed ?? 0) > 0,
  );

  function leaveOut(): void {
    const ids = new Set(inTheWay.value.map(({ id }) => id));
    subject.value = subject.value.filter(({ id }) => !ids.has(id));
  }

  return {
    /** How many products it is about. */
    count: computed(() => subject.value.length),
    ...{ preview, isPreviewing, isReady, isApplying, refusal, inTheWay },
    apply: () => {
      if (body.value !== undefined && isReady.value && !isApplying.value) apply(body.value);
    },
    /** Goes on without the products that are in the way. */
    leaveOut,
  };
}

/** Makes a change, and says so. */
function useBulkApply(action: BulkAction, onDone: () => void) {
  const cache = useQueryCache();
  const announce = useAnnouncement(action);
  return useMutation({
    mutation: (body: ChangeProductsBody) => changeProducts(body),
    onSuccess: (result) => {
      announce(result);
      onDone();
    },
    onSettled: () => refreshed(cache),
  });
}

/** What the server says that a change would do. */
function useBulkPreview(body: () => ChangeProductsBody | undefined) {
  return useQuery({
    key: () => ['bulk-preview', JSON.stringify(body())],
    query: () => changeProducts({ products: [], ...body(), dryRun: true }),
    enabled: () => body() !== undefined,
    staleTime: 0,
  });
}

/** A change once it has been said: whoever is typing a percentage is waited for. */
function usePaused(change: () => BulkChange | undefined) {
  const asked = shallowRef(change());
  const isAsked = ref(true);
  watch(
    () => JSON.stringify(change()),
    () => {
      isAsked.value = false;
      const timer = setTimeout(() => {
        asked.value = change();
        isAsked.value = true;
      }, PAUSE);
      onWatcherCleanup(() => clearTimeout(timer));
    },
  );
  return { asked, isAsked };
}

/** Says what has been done, with the way back. */
function useAnnouncement(action: BulkAction): (result: BulkResult) => void {
  const { t } = useI18n();
  const { number } = useFormatters();
  const toasts = useToasts();
  const messageOf = useProblemMessage();
  const cache = useQueryCache();

  async function undo(result: BulkResult): Promise<void> {
    try {
      const { changed } = await changeProducts({ products: undoOf(result) });
      toasts.show({ text: t('products.bulk.undone', { n: number(changed) }, changed) });
    } catch (failure) {
      toasts.show({ text: messageOf(failure), tone: 'error' });
    }
    await refreshed(cache);
  }

  return (result) => {
    const { changed } = result;
    toasts.show({
      text: t(`products.bulk.done.${action}`, { n: number(changed) }, changed),
      stays: true,
      action: { text: t('products.bulk.undo'), run: () => void undo(result) },
    });
  };
}

/** Has all that shows products fetched anew. */
async function refreshed(cache: ReturnType<typeof useQueryCache>): Promise<void> {
  await Promise.all([
    cache.invalidateQueries({ key: ['products'] }),
    cache.invalidateQueries({ key: ['sections'] }),
  ]);
}
