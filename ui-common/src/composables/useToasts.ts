import { readonly, ref } from 'vue';

/** A short notification with at most one action. */
export interface Toast {
  readonly text: string;
  readonly tone?: 'plain' | 'error';
  /** Stays until closed. */
  readonly stays?: boolean;
  readonly action?: { readonly text: string; readonly run: () => void };
}

const shown = ref<Toast>();

/** Shows one toast at a time: a new toast replaces the current one. */
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
