import { EventStreamReader, type StreamEvent } from './event-stream.ts';
import { apiFetch } from './api-fetch.ts';
import { problemOf } from './api-problem.ts';

const RETRY = 3000;
const MAX_RECONNECT_DELAY_MS = 60_000;
/** The server shows a sign of life every 15 s: where none comes for so many milliseconds, the connection is dead. */
const SILENCE = 40_000;
const NO_CONTENT = 204;

export interface Follower {
  /** The last event that is known already; empty for none. */
  readonly lastEventId: string;
  readonly onEvent: (event: StreamEvent) => void;
  /** The stream was cut off and is there again: whatever else was fetched may be old. */
  readonly onReconnect: () => void;
}

/**
 * Follows an event stream of the API, which a browser's EventSource cannot, since it sends no access token. What is cut off is
 * opened again after the last event that arrived, later each time that it fails.
 *
 * @param path below the origin
 * @param signal ends it
 * @returns when nothing more can come, or the server refuses for good
 */
export async function followEvents(path: string, follower: Follower, signal: AbortSignal): Promise<void> {
  let state = new EventStreamReader(follower.lastEventId).state;
  let failures = 0;
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const reader = new EventStreamReader(state.lastEventId);
    const opened = await open(path, state.lastEventId, signal);
    if (opened === 'over') return;
    if (opened.body !== undefined) {
      failures = 0;
      if (attempt > 0) follower.onReconnect();
      await readAll(opened.body, reader, follower.onEvent);
    } else failures += 1;
    state = { lastEventId: reader.state.lastEventId, retry: reader.state.retry ?? state.retry };
    await pause(opened.pause ?? pauseAfter(failures, state.retry ?? RETRY), signal);
  }
}

/** Milliseconds to wait: twice as long after each failure, and never everybody at once. */
export function pauseAfter(failures: number, retry: number, random = Math.random()): number {
  return Math.min(MAX_RECONNECT_DELAY_MS, retry * 2 ** failures) * (0.75 + random / 2);
}

interface Opened {
  readonly body?: ReadableStream<BufferSource>;
  /** Milliseconds, where the server said how long to wait. */
  readonly pause?: number;
}

async function open(path: string, lastEventId: string, signal: AbortSignal): Promise<Opened | 'over'> {
  const headers = { accept: 'text/event-stream', ...(lastEventId && { 'last-event-id': lastEventId }) };
  const response = await apiFetch(new Request(location.origin + path, { headers, signal })).catch(
    () => undefined,
  );
  if (response === undefined) return {};
  if (response.ok && response.status !== NO_CONTENT && response.body !== null)
    return { body: response.body as ReadableStream<BufferSource> };
  void response.body?.cancel();
  const mayHelp = response.status >= 500 || response.status === 429;
  if (!mayHelp) return 'over';
  const { retryAfter } = problemOf(response, undefined);
  return retryAfter === undefined ? {} : { pause: retryAfter * 1000 };
}

/** Until the stream ends, is cut off, or shows no sign of life. */
async function readAll(
  body: ReadableStream<BufferSource>,
  events: EventStreamReader,
  onEvent: (event: StreamEvent) => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  const cut = (): void => void reader.cancel().catch(() => undefined);
  let watchdog = setTimeout(cut, SILENCE);
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      clearTimeout(watchdog);
      watchdog = setTimeout(cut, SILENCE);
      events.push(piece.value).forEach((event) => onEvent(event));
    }
  } catch {
    // Cut off: whoever called opens it again.
  }
  clearTimeout(watchdog);
}

/** Resolves after some milliseconds, or at once when the signal comes. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}
