import { onBeforeUnmount } from 'vue';

/** Time until a press counts as held. */
const HOLD_DELAY_MS = 450;
const REPEAT_INTERVAL_MS = 110;

/**
 * Runs an action once on a short press, and repeatedly while a button is held. Bind the returned listeners with `v-bind`.
 *
 * @param work returns false when it can do nothing more
 */
export function useHold(work: () => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasHeld = false;

  function stop(): void {
    clearTimeout(timer);
  }

  function repeat(): void {
    wasHeld = true;
    if (work()) timer = setTimeout(repeat, REPEAT_INTERVAL_MS);
  }

  onBeforeUnmount(stop);

  return {
    onPointerdown: ({ button }: PointerEvent): void => {
      wasHeld = false;
      stop();
      if (button === 0) timer = setTimeout(repeat, HOLD_DELAY_MS);
    },
    onPointerup: stop,
    onPointerleave: stop,
    onPointercancel: stop,
    /** Ignores the click that ends a long press. */
    onClick: (): void => {
      stop();
      if (!wasHeld) work();
      wasHeld = false;
    },
  };
}
