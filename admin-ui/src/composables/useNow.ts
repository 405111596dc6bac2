import { onScopeDispose, readonly, ref } from 'vue';

const MINUTE = 60_000;

/** The time, to the minute, for what is told as "3 minutes ago". */
export function useNow() {
  const now = ref(Date.now());
  const timer = setInterval(() => {
    now.value = Date.now();
  }, MINUTE);
  onScopeDispose(() => clearInterval(timer));
  return readonly(now);
}
