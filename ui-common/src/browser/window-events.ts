import { getCurrentScope, onScopeDispose } from 'vue';

/** Whether there is a window at all: the server draws pages with the same components, and has none. */
export const isInBrowser = typeof window !== 'undefined';

/** That the page is seen again is told to its document, and bubbles up to the window. */
type WindowEvents = WindowEventMap & Pick<DocumentEventMap, 'visibilitychange'>;

/** Hears events of the window for as long as the scope lasts in which it is called; on the server there are none. */
export function onWindow<Type extends keyof WindowEvents & string>(
  types: readonly Type[],
  told: (event: WindowEvents[Type]) => void,
): void {
  if (!isInBrowser) return;
  const hear = told as EventListener;
  for (const type of types) addEventListener(type, hear);
  if (getCurrentScope() === undefined) return;
  onScopeDispose(() => {
    for (const type of types) removeEventListener(type, hear);
  });
}
