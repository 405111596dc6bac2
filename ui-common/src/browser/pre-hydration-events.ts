/*
 * What somebody does to a part of the page that the server has drawn and no script has taken over yet: nothing of it is lost, not
 * even on a slow phone.
 */

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

interface EarlyEvent {
  readonly type: string;
  readonly target: Element;
  readonly value: string | undefined;
}

/** Parts of the page that only look alive, and what wakes each. */
const asleep = new Map<Element, () => void>();
/** What was done before there was anything to wake; undefined from then on. */
let early: EarlyEvent[] | undefined;

/** To be called before anything can be touched. */
export function keepEarlyEvents(): void {
  early = [];
  for (const type of ['click', 'input', 'change']) document.addEventListener(type, hear, { capture: true });
}

/** To be called once all parts are alive or {@link asleep}: does again what was done before. */
export function replayEarlyEvents(): void {
  const events = early ?? [];
  early = undefined;
  for (const { type, target, value } of events) {
    wakeAround(target);
    fill(target, value);
    if (type === 'click') (target as HTMLElement).click();
    else target.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

/** A part that sleeps until it is touched, or woken by what this gives. */
export function sleeping(elements: readonly Element[], comeAlive: () => void): () => void {
  let isAsleep = true;
  const wake = (): void => {
    for (const element of elements) asleep.delete(element);
    if (isAsleep) comeAlive();
    isAsleep = false;
  };
  for (const element of elements) asleep.set(element, wake);
  return wake;
}

/** On its way to what was touched: when it arrives there, that is alive. */
function hear({ type, target }: Event): void {
  if (!(target instanceof Element)) return;
  const value = isField(target) ? target.value : undefined;
  if (early === undefined) {
    if (wakeAround(target)) fill(target, value);
  } else if (type !== 'click' || target.closest('a[href]') === null) {
    // A link leads on by itself.
    early.push({ type, target, value });
  }
}

/** Wakes the parts that an element is in, the outermost first. Gives whether any was asleep. */
function wakeAround(element: Element): boolean {
  const before = asleep.size;
  for (let wake = outermostAround(element); wake !== undefined; wake = outermostAround(element)) wake();
  return asleep.size !== before;
}

function outermostAround(element: Element): (() => void) | undefined {
  let outermost: (() => void) | undefined;
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    outermost = asleep.get(at) ?? outermost;
  return outermost;
}

function isField(element: Element): element is Field {
  return ['INPUT', 'SELECT', 'TEXTAREA'].includes(element.tagName);
}

/** Whoever takes over a field empties it: what was typed is put back. */
function fill(element: Element, value: string | undefined): void {
  if (value !== undefined && isField(element)) element.value = value;
}
