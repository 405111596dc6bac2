import { defineAsyncComponent, hydrateOnIdle, type Component, type HydrationStrategy } from 'vue';
import { yieldToBrowser } from './yield-to-browser.ts';
import { deferHydration } from './pre-hydration-events.ts';

/** Hydrates components this far before they enter the viewport. */
const VIEWPORT_MARGIN = { rootMargin: '300px' };

/** Hydration callbacks for one shared observer. Vue's own strategy creates an observer per component and measures each one. */
const pendingHydrations = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;

const hydrateOnVisible: HydrationStrategy = (hydrate, forEachElement) => {
  observer ??= new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) pendingHydrations.get(target)?.();
  }, VIEWPORT_MARGIN);
  const elements: Element[] = [];
  const stopObserving = (): void => {
    for (const element of elements) {
      pendingHydrations.delete(element);
      observer?.unobserve(element);
    }
  };
  forEachElement((node) => {
    if (!isElement(node)) return;
    elements.push(node);
    pendingHydrations.set(node, hydrate);
    observer?.observe(node);
  });
  if (elements.length === 0) hydrate();
  return stopObserving;
};

/** Excludes comments, which Vue passes for elements that are not rendered. */
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

let last: Promise<void> = Promise.resolve();

/** Hydrates a component immediately when the user touches it. Otherwise queues hydrations, each in its own task. */
function queued(strategy: HydrationStrategy): HydrationStrategy {
  return (hydrate, forEachElement) => {
    const elements: Element[] = [];
    forEachElement((node) => {
      if (isElement(node)) elements.push(node);
    });
    const { wake, cancel } = deferHydration(elements, hydrate);
    const stop = strategy(() => {
      last = last.then(yieldToBrowser).then(wake).catch(reportError);
    }, forEachElement);
    return () => {
      cancel();
      stop?.();
    };
  };
}

function withHydration<Some extends Component>(hydrate: HydrationStrategy, component: Some): Some {
  return defineAsyncComponent({ loader: () => Promise.resolve(component), hydrate }) as Some;
}

/** Returns the component with hydration deferred until it is about to enter the viewport. */
export function hydrateWhenVisible<Some extends Component>(component: Some): Some {
  return withHydration(queued(hydrateOnVisible), component);
}

/** Returns the component with hydration deferred until the browser is idle. */
export function hydrateWhenIdle<Some extends Component>(component: Some): Some {
  return withHydration(queued(hydrateOnIdle()), component);
}
