import type { StreamSubscriber } from './follow-events.ts';

/** Follows an event stream as `followEvents` does, whose code is loaded with the first stream: the page is shown before. */
export async function followEventsLater(
  path: string,
  subscriber: StreamSubscriber,
  signal: AbortSignal,
): Promise<void> {
  // Code that cannot be loaded makes the page load again: see useLostPages.
  const code = await import('./follow-events.ts').catch(() => undefined);
  await code?.followEvents(path, subscriber, signal);
}
