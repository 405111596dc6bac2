import { readonly, ref, watchEffect } from 'vue';
import { isInBrowser } from '../browser/window-events.ts';
import { useStore } from './useStore.ts';

const current = ref('');

/** Title of the page that is shown, without the name of the store; empty until one is set. */
export const currentTitle = readonly(current);

/**
 * Sets the document title in the format of server-rendered pages: "Basmati Rice · Green Basket".
 *
 * @param title undefined while it is unknown: the title stays as it is
 */
export function useTitle(title: () => string | undefined): void {
  if (!isInBrowser) return;
  const { data: store } = useStore();
  watchEffect(() => {
    const page = title();
    if (page === undefined) return;
    current.value = page;
    document.title = [page, store.value?.name]
      .filter((part) => part !== undefined && part !== '')
      .join(' · ');
  });
}
