import { getCurrentScope, onScopeDispose } from 'vue';

/** False on the server, which renders the same components without a window. */
export const isInBrowser = typeof window !== 'undefined';

/** Includes `visibilitychange`, which fires on the document and bubbles to the window. */
type WindowEvents = WindowEventMap & Pick<DocumentEventMap, 'visibilitychange'>;

/** Listens to window events until the current effect scope ends. Does nothing on the server. */
export function onWindow<Type extends keyof WindowEvents & string>(
  types: readonly Type[],
  listener: (event: WindowEvents[Type]) => void,
): void {
  if (!isInBrowser) return;
  const handle = listener as EventListener;
  for (const type of types) addEventListener(type, handle);
  if (getCurrentScope() === undefined) return;
  onScopeDispose(() => {
    for (const type of types) removeEventListener(type, handle);
  });
}
