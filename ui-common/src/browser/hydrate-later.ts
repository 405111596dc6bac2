import { defineAsyncComponent, hydrateOnIdle, type Component, type HydrationStrategy } from 'vue';
import { pause } from '../common/pause.ts';
import { sleeping } from './pre-hydration-events.ts';

/** How far below the window something comes alive that is about to be seen. */
const NEAR = { rootMargin: '300px' };

/** One observer for all. Vue's own strategy has one for each, and asks for their places one by one besides. */
const toBeSeen = new Map<Element, () => void>();
let sight: IntersectionObserver | undefined;

const hydrateOnSight: HydrationStrategy = (hydrate, forEachElement) => {
  sight ??= new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) toBeSeen.get(target)?.();
  }, NEAR);
  const elements: Element[] = [];
  const forget = (): void => {
    for (const element of elements) {
      toBeSeen.delete(element);
      sight?.unobserve(element);
    }
  };
  forEachElement((node) => {
    if (!isElement(node)) return;
    elements.push(node);
    toBeSeen.set(node, hydrate);
    sight?.observe(node);
  });
  if (elements.length === 0) hydrate();
  return forget;
};

/** Vue gives the place of what is not there as well: a comment. */
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

let last: Promise<void> = Promise.resolve();

/** Whatever is touched comes alive at once. What does so at the same time goes one after the other, each in a task of its own. */
function inTurn(strategy: HydrationStrategy): HydrationStrategy {
  return (hydrate, forEachElement) => {
    const elements: Element[] = [];
    forEachElement((node) => {
      if (isElement(node)) elements.push(node);
    });
    const wake = sleeping(elements, hydrate);
    return strategy(() => {
      last = last.then(pause).then(wake).catch(reportError);
    }, forEachElement);
  };
}

function hydratedBy<Some extends Component>(hydrate: HydrationStrategy, component: Some): Some {
  return defineAsyncComponent({ loader: () => Promise.resolve(component), hydrate }) as Some;
}

/** The same component, which takes over what the server has drawn of it only once it is nearly in sight. */
export function whenSeen<Some extends Component>(component: Some): Some {
  return hydratedBy(inTurn(hydrateOnSight), component);
}

/** The same component, which takes over what the server has drawn of it once the browser has nothing else to do. */
export function whenIdle<Some extends Component>(component: Some): Some {
  return hydratedBy(inTurn(hydrateOnIdle()), component);
}
