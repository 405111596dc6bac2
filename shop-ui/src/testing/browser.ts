import { beforeEach, vi } from 'vitest';

// Browser APIs that the shop needs and happy-dom lacks.

/** Web Locks within one tab: requests for the same name run in sequence. */
class Locks {
  private readonly last = new Map<string, Promise<unknown>>();

  request<T>(name: string, work: () => Promise<T>): Promise<T> {
    const previous = this.last.get(name) ?? Promise.resolve();
    const current = previous.then(work, work);
    this.last.set(
      name,
      current.catch(() => undefined),
    );
    return current;
  }
}

/** A channel without receivers: tests simulate the messages of other tabs themselves. */
class Channel extends EventTarget {
  postMessage(): void {
    // No receivers.
  }
}

beforeEach(() => {
  // The server's code runs without a browser.
  if (typeof window === 'undefined') return;
  localStorage.clear();
  sessionStorage.clear();
  vi.stubGlobal('isSecureContext', true);
  Object.defineProperty(navigator, 'locks', { value: new Locks(), configurable: true });
  vi.stubGlobal('BroadcastChannel', Channel);
  vi.stubGlobal('visualViewport', new EventTarget());
});
