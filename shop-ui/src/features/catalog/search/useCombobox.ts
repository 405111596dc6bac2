import { ref } from 'vue';
import { nextSuggestion } from './suggestions';

/**
 * Keyboard behavior of a combobox: opens and closes the list, and moves through it with the arrow keys while the focus stays in
 * the field.
 *
 * @param count number of suggestions
 * @param clear empties the field; Escape calls it when the list is closed
 */
export function useCombobox(count: () => number, clear: () => void) {
  const isOpen = ref(false);
  /** Index of the active suggestion; −1 for none. */
  const active = ref(-1);

  function open(): void {
    isOpen.value = true;
  }

  function close(): void {
    isOpen.value = false;
    active.value = -1;
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      if (isOpen.value) close();
      else clear();
      event.preventDefault();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      open();
      active.value = nextSuggestion(active.value, event.key, count());
      event.preventDefault();
    }
  }

  return { isOpen, active, open, close, handleKey };
}
