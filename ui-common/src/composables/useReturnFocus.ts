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
      if (open) opener = document.activeElement;
      else returnTo(opener);
    },
    { immediate: true },
  );
  onBeforeUnmount(() => returnTo(opener));
}

function returnTo(opener: Element | null): void {
  // The dialog's own focus handling comes first. A page or another dialog that was opened keeps the focus.
  setTimeout(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isFree && opener instanceof HTMLElement && opener.isConnected) opener.focus();
  });
}
