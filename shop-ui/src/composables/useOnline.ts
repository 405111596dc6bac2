import { readonly, ref } from 'vue';
import { isInBrowser, onWindow } from 'ui-common/browser/window-events';

/** Tracks `navigator.onLine`. False means certainly offline; true does not mean that the server is reachable. */
export function useOnline() {
  const isOnline = ref(!isInBrowser || navigator.onLine);
  onWindow(['online', 'offline'], () => {
    isOnline.value = navigator.onLine;
  });
  return readonly(isOnline);
}
