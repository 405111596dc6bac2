import { onScopeDispose, readonly, ref } from 'vue';

/** Whether the browser has a network at all. That it has says little; that it has none is certain. */
export function useOnline() {
  const isOnline = ref(navigator.onLine);
  const look = (): void => {
    isOnline.value = navigator.onLine;
  };
  addEventListener('online', look);
  addEventListener('offline', look);
  onScopeDispose(() => {
    removeEventListener('online', look);
    removeEventListener('offline', look);
  });
  return readonly(isOnline);
}
