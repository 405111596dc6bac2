import { keep, readKept } from 'ui-common/browser/storage';
import { onScopeDispose, ref, watch } from 'vue';
import { useRouter } from 'vue-router';
import { wishOf } from './shortcuts';

const NAME = 'single-keys';
/** Milliseconds in which the letter of a place follows `g`. */
const PREFIX_HOLDS = 1200;

/** Whether single keys do something: WCAG 2.1.4 wants that they can be switched off. Kept in this browser. */
const hasSingleKeys = ref(readKept(NAME) !== false);
watch(hasSingleKeys, (on) => keep(NAME, on));

export function useSingleKeys() {
  return hasSingleKeys;
}

/** Listens to the keys of the whole office. */
export function useShortcuts(open: (sheet: 'palette' | 'help') => void): void {
  const router = useRouter();
  let prefixUntil = 0;

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const isAfterPrefix = performance.now() < prefixUntil;
    prefixUntil = 0;
    const isTyping = isField(event.target) || document.querySelector('[role="dialog"]') !== null;
    const wish = wishOf(event, { isTyping, hasSingleKeys: hasSingleKeys.value, isAfterPrefix });
    if (wish === undefined) return;
    event.preventDefault();
    if (wish.kind === 'go') void router.push(wish.to);
    else if (wish.kind === 'prefix') prefixUntil = performance.now() + PREFIX_HOLDS;
    else if (wish.kind === 'search')
      document.querySelector<HTMLElement>('[data-search] input, input[data-search]')?.focus();
    else open(wish.kind);
  }

  document.addEventListener('keydown', onKey);
  onScopeDispose(() => document.removeEventListener('keydown', onKey));
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input, textarea, select, [role="combobox"], [role="listbox"]'))
  );
}
