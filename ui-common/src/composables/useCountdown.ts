import { onScopeDispose, ref } from 'vue';

const SECOND = 1000;

/** Counts seconds down to 0. By the clock, since a timer of a page that is not looked at may stand still. */
export function useCountdown() {
  const seconds = ref(0);
  let end = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  function tick(): void {
    seconds.value = Math.max(0, Math.ceil((end - performance.now()) / SECOND));
    if (seconds.value === 0) clearInterval(timer);
  }

  function start(from: number): void {
    clearInterval(timer);
    end = performance.now() + from * SECOND;
    if (from > 0) timer = setInterval(tick, SECOND);
    tick();
  }

  onScopeDispose(() => clearInterval(timer));
  return { seconds, start };
}
