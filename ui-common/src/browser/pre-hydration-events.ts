/*
 * Records user input on server-rendered parts of the page that are not hydrated yet. No event is lost, not even on a slow phone.
 */

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

interface EarlyEvent {
  readonly type: string;
  readonly target: Element;
  readonly value: string | undefined;
}

/** Elements that are not hydrated yet, with the callback that hydrates each. */
const dormant = new Map<Element, () => void>();
/** Events from before the app was mounted; undefined afterwards. */
let earlyEvents: EarlyEvent[] | undefined;

/** Starts recording. Call it before the user can interact with the page. */
export function recordEarlyEvents(): void {
  earlyEvents = [];
  for (const type of ['click', 'input', 'change']) document.addEventListener(type, handle, { capture: true });
}

/** Replays the recorded events. Call it once all parts are hydrated or {@link dormant}. */
export function replayEarlyEvents(): void {
  const events = earlyEvents ?? [];
  earlyEvents = undefined;
  for (const { type, target, value } of events) {
    wakeAround(target);
    fill(target, value);
    if (type === 'click') (target as HTMLElement).click();
    else target.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

/** Defers hydration of a part until the user touches it or the returned function is called. */
export function deferHydration(elements: readonly Element[], hydrate: () => void): () => void {
  let isDormant = true;
  const wake = (): void => {
    for (const element of elements) dormant.delete(element);
    if (isDormant) hydrate();
    isDormant = false;
  };
  for (const element of elements) dormant.set(element, wake);
  return wake;
}

/** Runs in the capture phase, so that the target is hydrated when the event reaches it. */
function handle({ type, target }: Event): void {
  if (!(target instanceof Element)) return;
  const value = isField(target) ? target.value : undefined;
  if (earlyEvents === undefined) {
    if (wakeAround(target)) fill(target, value);
  } else if (type !== 'click' || target.closest('a[href]') === null) {
    // Links work without scripts.
    earlyEvents.push({ type, target, value });
  }
}

/** Hydrates the parts that contain an element, outermost first. Returns true if any was dormant. */
function wakeAround(element: Element): boolean {
  const before = dormant.size;
  for (let wake = outermostAround(element); wake !== undefined; wake = outermostAround(element)) wake();
  return dormant.size !== before;
}

function outermostAround(element: Element): (() => void) | undefined {
  let outermost: (() => void) | undefined;
  for (let ancestor: Element | null = element; ancestor !== null; ancestor = ancestor.parentElement)
    outermost = dormant.get(ancestor) ?? outermost;
  return outermost;
}

function isField(element: Element): element is Field {
  return ['INPUT', 'SELECT', 'TEXTAREA'].includes(element.tagName);
}

/** Restores the typed text: hydration empties fields. */
function fill(element: Element, value: string | undefined): void {
  if (value !== undefined && isField(element)) element.value = value;
}
