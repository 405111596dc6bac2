import { onBeforeUnmount, watch } from 'vue';

/**
 * Returns the focus to the element that had it when the dialog opened, once the dialog is closed: keyboard users go on where they
 * were.
 *
 * @param isOpen by default, the dialog is open as long as its component exists
 */
export function useReturnFocus(isOpen: () => boolean = () => true): void {
  let opener: Element | null = null;
  watch(
    isOpen,
    (open) => {
      if (open) opener = currentOpener();
      else returnTo(opener);
    },
    { immediate: true },
  );
  onBeforeUnmount(() => returnTo(opener));
}

/** Returns the focused element or, if it is an item of a menu, which closes, the button of the menu. */
function currentOpener(): Element | null {
  const focused = document.activeElement;
  const menu = focused?.closest('.v-menu[id]');
  return (menu && document.querySelector(`[aria-controls="${menu.id}"]`)) ?? focused;
}

function returnTo(opener: Element | null): void {
  // The dialog's own focus handling comes first. A page or another dialog that was opened keeps the focus.
  setTimeout(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isFree && opener instanceof HTMLElement && opener.isConnected) opener.focus();
  });
}
