import { useMutation } from '@pinia/colada';
import { useProblemMessage } from 'ui-common/composables/useProblemMessage';
import { useToasts } from 'ui-common/composables/useToasts';
import { ref } from 'vue';
import { saveDocument, type DocumentSummary } from './documents';

/** Downloads documents. A failure is shown in a toast. */
export function useSaveDocument() {
  const toasts = useToasts();
  const messageOf = useProblemMessage();
  /** ID of the document that is being downloaded. */
  const saving = ref<string>();
  const { mutate: save } = useMutation({
    mutation: ({
      orderId,
      document,
    }: {
      orderId: string;
      document: Pick<DocumentSummary, 'id' | 'number'>;
    }) => {
      saving.value = document.id;
      return saveDocument(orderId, document);
    },
    onError: (problem) => toasts.show({ text: messageOf(problem), tone: 'error' }),
    onSettled: () => (saving.value = undefined),
  });
  return { save, saving };
}
