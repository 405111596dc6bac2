import { ref } from 'vue';
import { nextSuggestion } from './suggestions';

/**
 * The keyboard's part of a combobox: its list opens and closes, and the arrow keys go through it while the focus stays in the field.
 *
 * @param count how many suggestions there are
 * @param clear empties the field, which Escape does where the list is closed already
 */
export function useCombobox(count: () => number, clear: () => void) {
  const isOpen = ref(false);
  /** Which suggestion the arrow keys are at; −1 for none. */
  const active = ref(-1);

  function open(): void {
    isOpen.value = true;
  }

  function close(): void {
    isOpen.value = false;
    active.value = -1;
  }

  function press(event: KeyboardEvent): void {
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

  return { isOpen, active, open, close, press };
}
