import { onScopeDispose, readonly, ref } from 'vue';
import { MINUTE_MS } from 'ui-common/dates/durations';

/** Returns the current time, updated every minute, for relative times such as "3 minutes ago". */
export function useNow() {
  const now = ref(Date.now());
  const timer = setInterval(() => {
    now.value = Date.now();
  }, MINUTE_MS);
  onScopeDispose(() => clearInterval(timer));
  return readonly(now);
}
