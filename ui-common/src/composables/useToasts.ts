import { readonly, ref } from 'vue';

/** A short word about what has just happened, and at most one thing to do about it. */
export interface Toast {
  readonly text: string;
  readonly tone?: 'plain' | 'error';
  /** Until it is closed, for what must not be missed. */
  readonly stays?: boolean;
  readonly action?: { readonly text: string; readonly run: () => void };
}

const shown = ref<Toast>();

/** One at a time: a newer toast takes the place of an older one. */
export function useToasts() {
  return {
    shown: readonly(shown),
    show: (toast: Toast): void => {
      shown.value = toast;
    },
    close: (): void => {
      shown.value = undefined;
    },
  };
}
