import { useMutation } from '@pinia/colada';
import { useProblemMessage } from 'ui-common/composables/useProblemMessage';
import { useToasts } from 'ui-common/composables/useToasts';
import type { Schema } from 'ui-common/api/client';
import { useRouter } from 'vue-router';
import { createSheet } from './stock-sheets';

/** Begins a sheet and opens it. */
export function useBeginSheet() {
  const router = useRouter();
  const toasts = useToasts();
  const messageOf = useProblemMessage();
  return useMutation({
    mutation: (body: Schema<'CreateStockSheetBody'>) => createSheet(body),
    onSuccess: ({ id }) => router.push(`/stock-sheets/${id}`),
    onError: (problem) => toasts.show({ text: messageOf(problem), tone: 'error' }),
  });
}
