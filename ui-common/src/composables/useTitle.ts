import { watchEffect } from 'vue';
import { isInBrowser } from '../browser/window-events.ts';
import { useStore } from './useStore.ts';

/** Sets the document title in the format of server-rendered pages: "Basmati Rice · Green Basket". */
export function useTitle(title: () => string | undefined): void {
  if (!isInBrowser) return;
  const { data: store } = useStore();
  watchEffect(() => {
    const parts = [title(), store.value?.name].filter((part) => part !== undefined && part !== '');
    if (parts.length > 0) document.title = parts.join(' · ');
  });
}
