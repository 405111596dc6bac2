import { useEventListener } from '@vueuse/core';
import { writeStored, readStored } from 'ui-common/browser/storage';
import { ref, watch } from 'vue';
import { useRouter } from 'vue-router';
import { SECOND_MS } from 'ui-common/dates/durations';
import { shortcutAction } from './shortcuts';

const STORAGE_KEY = 'single-keys';
/** Time in which the second key may follow `g`. */
const PREFIX_TIMEOUT_MS = 1.2 * SECOND_MS;

/** True if single-key shortcuts are on. WCAG 2.1.4 requires a way to turn them off. Stored in this browser. */
const hasSingleKeys = ref(readStored(STORAGE_KEY) !== false);
watch(hasSingleKeys, (on) => writeStored(STORAGE_KEY, on));

export function useSingleKeys() {
  return hasSingleKeys;
}

/** Handles the keyboard shortcuts of the back office. */
export function useShortcuts(open: (sheet: 'palette' | 'help') => void): void {
  const router = useRouter();
  let prefixUntil = 0;

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const isAfterPrefix = performance.now() < prefixUntil;
    prefixUntil = 0;
    const isTyping = isField(event.target) || document.querySelector('[role="dialog"]') !== null;
    const action = shortcutAction(event, { isTyping, hasSingleKeys: hasSingleKeys.value, isAfterPrefix });
    if (action === undefined) return;
    event.preventDefault();
    if (action.kind === 'go') void router.push(action.to);
    else if (action.kind === 'prefix') prefixUntil = performance.now() + PREFIX_TIMEOUT_MS;
    else if (action.kind === 'search')
      document.querySelector<HTMLElement>('[data-search] input, input[data-search]')?.focus();
    else if (action.kind === 'bulk') document.querySelector<HTMLElement>('[data-bulk] button')?.focus();
    else open(action.kind);
  }

  useEventListener(document, 'keydown', onKey);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type="checkbox"]), textarea, select, [role="combobox"], [role="listbox"]'))
  );
}
