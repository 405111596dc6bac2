import { useQueryCache } from '@pinia/colada';
import { useProblemMessage } from 'ui-common/composables/useProblemMessage';
import { useToasts } from 'ui-common/composables/useToasts';
import { computed, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { useTaskProgress } from '../../composables/useTaskProgress';
import { isFinished, percentOf } from './export-progress';
import {
  downloadExport,
  requestExport,
  type Export,
  type ExportKind,
  type ExportParameters,
} from './exports';

/** Requests an export as CSV, follows its progress, and downloads the file. One at a time. */
export function useExport() {
  const { t } = useI18n();
  const router = useRouter();
  const toasts = useToasts();
  const messageOf = useProblemMessage();
  const cache = useQueryCache();

  const pending = shallowRef<Export>();
  const isRequesting = shallowRef(false);
  const isBusy = computed(() => isRequesting.value || pending.value !== undefined);
  const percent = computed(() => (pending.value === undefined ? undefined : percentOf(pending.value)));

  useTaskProgress<Export>(
    () => (pending.value === undefined ? [] : [pending.value]),
    (id) => `/api/v1/admin/exports/${id}/events`,
    (now) => {
      pending.value = isFinished(now) ? undefined : now;
      if (isFinished(now)) void finish(now);
    },
  );

  async function start(kind: ExportKind, parameters: ExportParameters): Promise<void> {
    if (isBusy.value) return;
    isRequesting.value = true;
    try {
      pending.value = await requestExport(kind, parameters);
    } catch (failure) {
      toasts.show({ text: messageOf(failure), tone: 'error' });
    }
    isRequesting.value = false;
  }

  async function finish(item: Export): Promise<void> {
    void cache.invalidateQueries({ key: ['exports'] });
    const action = { text: t('exports.show-all'), run: () => void router.push('/products/exports') };
    if (item.status !== 'done') {
      toasts.show({ text: t(`exports.ended.${item.status}`), tone: 'error', action });
      return;
    }
    try {
      await downloadExport(item);
      toasts.show({ text: t('exports.downloaded'), action });
    } catch (failure) {
      toasts.show({ text: messageOf(failure), tone: 'error', action });
    }
  }

  return { start, isBusy, percent };
}
