import { useMutation } from '@pinia/colada';
import { ref } from 'vue';
import { useProblemMessage } from './useProblemMessage.ts';
import { useToasts } from './useToasts.ts';

/**
 * Downloads files, one at a time. A failure is shown in a toast.
 *
 * @param save downloads the file of an item. @throws ApiProblem
 */
export function useDownload<Item extends { readonly id: string }>(save: (item: Item) => Promise<void>) {
  const toasts = useToasts();
  const messageOf = useProblemMessage();
  /** ID of the item whose file is being downloaded. */
  const downloading = ref<string>();
  const { mutate: download } = useMutation({
    mutation: (item: Item) => {
      downloading.value = item.id;
      return save(item);
    },
    onError: (problem) => toasts.show({ text: messageOf(problem), tone: 'error' }),
    onSettled: () => (downloading.value = undefined),
  });
  return { download, downloading };
}
