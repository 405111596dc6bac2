import type { Directive } from 'vue';

/** Time after which the enter transition of a dialog lets its fields have the focus. */
const TRANSITION_START_MS = 50;

const FIELD = 'input, textarea';
const DIALOG = 'dialog, [role="dialog"], [role="alertdialog"]';

const observers = new WeakMap<HTMLElement, IntersectionObserver>();

/**
 * Directive `v-first-focus`: focuses a field once, when it is first seen, unless the person is in another field by then. Vuetify's
 * `autofocus` takes the focus each time that the field comes into view, also from a password that is being typed.
 *
 * A value of false leaves the field alone.
 */
export const vFirstFocus: Directive<HTMLElement, boolean | undefined> = {
  mounted(element, { value }) {
    if (value === false) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true) return;
      observer.disconnect();
      setTimeout(() => focusField(element), TRANSITION_START_MS);
    });
    observer.observe(element);
    observers.set(element, observer);
  },
  unmounted(element) {
    observers.get(element)?.disconnect();
  },
};

/** A field behind a dialog is none in which the person still types. */
function focusField(element: HTMLElement): void {
  const { activeElement } = document;
  const scope = element.closest(DIALOG) ?? document;
  const isTyping = activeElement?.matches(FIELD) === true && scope.contains(activeElement);
  if (!isTyping) element.querySelector<HTMLElement>(FIELD)?.focus();
}
