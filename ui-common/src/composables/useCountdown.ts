import { onScopeDispose, ref } from 'vue';
import { SECOND_MS } from '../dates/durations.ts';

/** Counts seconds down to 0. Uses the clock, because browsers throttle timers of hidden pages. */
export function useCountdown() {
  const seconds = ref(0);
  let end = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  function tick(): void {
    seconds.value = Math.max(0, Math.ceil((end - performance.now()) / SECOND_MS));
    if (seconds.value === 0) clearInterval(timer);
  }

  function start(from: number): void {
    clearInterval(timer);
    end = performance.now() + from * SECOND_MS;
    if (from > 0) timer = setInterval(tick, SECOND_MS);
    tick();
  }

  onScopeDispose(() => clearInterval(timer));
  return { seconds, start };
}
