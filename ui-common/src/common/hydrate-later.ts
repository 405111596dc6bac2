import { defineAsyncComponent, hydrateOnIdle, hydrateOnVisible, type Component } from 'vue';

/** How far below the window something comes alive that is about to be seen. */
const NEAR = { rootMargin: '300px' };

/** The same component, which takes over what the server has drawn of it only once it is nearly in sight. */
export function whenSeen<Some extends Component>(component: Some): Some {
  return defineAsyncComponent({
    loader: () => Promise.resolve(component),
    hydrate: hydrateOnVisible(NEAR),
  }) as Some;
}

/** The same component, which takes over what the server has drawn of it once the browser has nothing else to do. */
export function whenIdle<Some extends Component>(component: Some): Some {
  return defineAsyncComponent({ loader: () => Promise.resolve(component), hydrate: hydrateOnIdle() }) as Some;
}
