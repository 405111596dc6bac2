import { onBeforeUnmount } from 'vue';

/** Milliseconds until a press counts as held, and between two steps from then on. */
const HELD_AFTER = 450;
const STEP_EVERY = 110;

/**
 * Repeats something while a button is held down. Bind what it gives with `v-bind`: a press does it once, a long one until it ends.
 *
 * @param work says with false that there is nothing left to do
 */
export function useHold(work: () => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasHeld = false;

  function stop(): void {
    clearTimeout(timer);
  }

  function repeat(): void {
    wasHeld = true;
    if (work()) timer = setTimeout(repeat, STEP_EVERY);
  }

  onBeforeUnmount(stop);

  return {
    onPointerdown: ({ button }: PointerEvent): void => {
      wasHeld = false;
      stop();
      if (button === 0) timer = setTimeout(repeat, HELD_AFTER);
    },
    onPointerup: stop,
    onPointerleave: stop,
    onPointercancel: stop,
    /** A long press ends in a click as well, which is no further step. */
    onClick: (): void => {
      stop();
      if (!wasHeld) work();
      wasHeld = false;
    },
  };
}
