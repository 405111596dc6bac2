import { beforeEach, vi } from 'vitest';

/** What the shop asks of a browser and happy-dom has not. */

/** Web Locks of one tab: who asks for a name waits for those before. */
class Locks {
  private readonly last = new Map<string, Promise<unknown>>();

  request<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.last.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  }
}

/** A channel that reaches no one: each test says itself what other tabs hear. */
class Channel extends EventTarget {
  postMessage(): void {
    // Nobody listens.
  }
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.stubGlobal('isSecureContext', true);
  Object.defineProperty(navigator, 'locks', { value: new Locks(), configurable: true });
  vi.stubGlobal('BroadcastChannel', Channel);
  vi.stubGlobal('visualViewport', new EventTarget());
});
