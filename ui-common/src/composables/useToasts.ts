import { readonly, shallowRef } from 'vue';

/** A short notification with at most one action. */
export interface Toast {
  readonly text: string;
  readonly tone?: 'plain' | 'error';
  /** Stays until closed. */
  readonly stays?: boolean;
  readonly action?: { readonly text: string; readonly run: () => void };
}

const shown = shallowRef<Toast>();
/** The latest toast that stays: others come before it, and it comes back after them. */
let kept: Toast | undefined;

/** Shows one toast at a time, the newest. A toast that stays comes back after them. */
export function useToasts() {
  return {
    shown: readonly(shown),
    show: (toast: Toast): void => {
      if (toast.stays === true) kept = toast;
      shown.value = toast;
    },
    close: (): void => {
      if (shown.value === kept) kept = undefined;
      shown.value = kept;
    },
  };
}
