import { yieldToBrowser } from './yield-to-browser.ts';

/*
 * Records user input on server-rendered parts of the page that are not hydrated yet, and replays it when they are. No input is
 * lost, not even on a slow phone.
 */

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** An event whose target is not hydrated yet, with what the user has entered. */
interface EarlyEvent {
  readonly type: string;
  readonly target: Element;
  readonly value: string | undefined;
  readonly isChecked: boolean | undefined;
}

const EVENT_TYPES = ['click', 'input', 'change'];

/** Elements that are not hydrated yet, with the callback that hydrates each. */
const dormant = new Map<Element, () => void>();
const earlyEvents: EarlyEvent[] = [];
let state: 'loading' | 'ready' | 'replaying' = 'loading';
/** True while a replayed event is handled, which must not be recorded again. */
let isDispatching = false;

/** Starts recording. Call it before the user can interact with the page. */
export function recordEarlyEvents(): void {
  for (const type of EVENT_TYPES) document.addEventListener(type, handle, { capture: true });
  recordEarlyInput();
}

/** Replays the recorded events. Call it when the app is mounted: all its parts are hydrated or become dormant. */
export async function replayEarlyEvents(): Promise<void> {
  state = 'replaying';
  earlyEvents.forEach(restoreInput);
  // Parts become dormant in a microtask after the hydration of what contains them.
  await yieldToBrowser();
  for (let event = earlyEvents.shift(); event !== undefined; event = earlyEvents.shift()) {
    while (wakeAround(event.target)) {
      [event, ...earlyEvents].forEach(restoreInput);
      await yieldToBrowser();
    }
    replay(event);
    // The page may change: the second press on a button that was removed has no effect.
    await yieldToBrowser();
  }
  state = 'ready';
}

/** Hydrates the dormant parts of the page except those inside the given element. */
export function hydrateOutside(content: Element | null): void {
  for (const [element, wake] of [...dormant]) if (content?.contains(element) !== true) wake();
}

/** Hydrates all dormant parts of the page. Call it before a change that would differ from what the server has rendered. */
export async function hydrateAll(): Promise<void> {
  while (dormant.size > 0) {
    hydrateOutside(null);
    // Parts become dormant in a microtask after the hydration of what contains them.
    await yieldToBrowser();
  }
}

/** A part of the page whose hydration is deferred. Only the first call of its functions has an effect. */
export interface DormantPart {
  readonly wake: () => void;
  /** Call it if the part is removed from the page. */
  readonly cancel: () => void;
}

/** Defers hydration of a part until the user touches it or it is woken. */
export function deferHydration(elements: readonly Element[], hydrate: () => void): DormantPart {
  let isDormant = true;
  const cancel = (): void => {
    for (const element of elements) dormant.delete(element);
    isDormant = false;
  };
  const wake = (): void => {
    const wasDormant = isDormant;
    cancel();
    if (wasDormant) hydrate();
  };
  for (const element of elements) dormant.set(element, wake);
  return { wake, cancel };
}

/** Records what was entered before this script was loaded, or what the browser has restored. */
function recordEarlyInput(): void {
  for (const field of document.querySelectorAll('input')) {
    const isTicked = field.checked !== field.defaultChecked;
    // A box has a value even if the page gives it none.
    const isTyped = !isCheckable(field as Element) && field.value !== field.defaultValue;
    if (isTicked || isTyped) for (const type of ['input', 'change']) record(type, field);
  }
}

/** Runs in the capture phase: an event reaches its target once the target is hydrated. */
function handle(event: Event): void {
  const { type, target } = event;
  if (isDispatching || !(target instanceof Element)) return;
  if (state === 'ready' && outermostAround(target) === undefined) return;
  if (type === 'click' && worksWithoutScript(target)) {
    wakeAround(target);
    return;
  }
  event.stopImmediatePropagation();
  // Only clicks can be prevented. Their default action comes with the replay.
  event.preventDefault();
  record(type, target);
  if (state === 'ready') void replayEarlyEvents();
}

/** Links lead, forms with an address are sent, and boxes are ticked, which is recorded as a change. */
function worksWithoutScript(clicked: Element): boolean {
  return clicked.closest('a[href], form[action] button') !== null || isCheckable(fieldOf(clicked));
}

function record(type: string, target: Element): void {
  earlyEvents.push({
    type,
    target,
    value: isField(target) ? target.value : undefined,
    isChecked: isCheckable(target) ? target.checked : undefined,
  });
}

function replay(event: EarlyEvent): void {
  const { type, target } = event;
  if (!target.isConnected) return;
  restoreInput(event);
  isDispatching = true;
  try {
    if (type === 'click') htmlElementAround(target)?.click();
    else target.dispatchEvent(new Event(type, { bubbles: true }));
  } finally {
    isDispatching = false;
  }
}

/** Returns the innermost HTML element at or around an element. Elements of a drawing have no `click()`. */
function htmlElementAround(element: Element): HTMLElement | undefined {
  for (let ancestor: Element | null = element; ancestor !== null; ancestor = ancestor.parentElement)
    if (ancestor instanceof HTMLElement) return ancestor;
  return undefined;
}

/** Hydration empties fields. */
function restoreInput({ target, value, isChecked }: EarlyEvent): void {
  if (value !== undefined && isField(target)) target.value = value;
  if (isChecked !== undefined && isCheckable(target)) target.checked = isChecked;
}

/** Hydrates the parts that contain an element, outermost first. Returns true if any was dormant. */
function wakeAround(element: Element): boolean {
  let wasAsleep = false;
  for (let wake = outermostAround(element); wake !== undefined; wake = outermostAround(element)) {
    wasAsleep = true;
    wake();
  }
  return wasAsleep;
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

function isCheckable(element: Element | null): element is HTMLInputElement {
  return element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type);
}

/** Returns the field that a click on an element reaches: itself, or the one of its label. */
function fieldOf(element: Element): Element | null {
  return element.closest('label')?.control ?? element;
}
