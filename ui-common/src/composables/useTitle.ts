import { ref, watchEffect } from 'vue';
import { isInBrowser } from '../browser/window-events.ts';
import { useStore } from './useStore.ts';

/** Title of the page that is shown, without the name of the store; empty until {@link useTitle} sets one. */
export const currentTitle = ref('');

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
    currentTitle.value = page;
    const name = store.value?.name;
    document.title = name === undefined ? page : `${page} · ${name}`;
  });
}
