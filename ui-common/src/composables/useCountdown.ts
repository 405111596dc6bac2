import { useIntervalFn } from '@vueuse/core';
import { ref } from 'vue';
import { SECOND_MS } from '../dates/durations.ts';

/** Counts seconds down to 0. Uses the clock, because browsers throttle timers of hidden pages. */
export function useCountdown() {
  const seconds = ref(0);
  let end = 0;
  const { pause, resume } = useIntervalFn(tick, SECOND_MS, { immediate: false });

  function tick(): void {
    seconds.value = Math.max(0, Math.ceil((end - performance.now()) / SECOND_MS));
    if (seconds.value === 0) pause();
  }

  function start(from: number): void {
    end = performance.now() + from * SECOND_MS;
    resume();
    tick();
  }

  return { seconds, start };
}
