import { readonly, ref } from 'vue';
import { isInBrowser, onWindow } from 'ui-common/browser/window-events';

/** Whether the browser has a network at all. That it has says little; that it has none is certain. */
export function useOnline() {
  const isOnline = ref(!isInBrowser || navigator.onLine);
  onWindow(['online', 'offline'], () => {
    isOnline.value = navigator.onLine;
  });
  return readonly(isOnline);
}
