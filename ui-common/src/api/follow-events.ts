import { createParser, type EventSourceMessage, type EventSourceParser } from 'eventsource-parser';
import { MINUTE_MS, SECOND_MS } from '../dates/durations.ts';
import { apiFetch } from './api-fetch.ts';
import { problemOf } from './api-problem.ts';

const DEFAULT_RECONNECT_DELAY_MS = 3 * SECOND_MS;
const MAX_RECONNECT_DELAY_MS = MINUTE_MS;
/** The server sends a heartbeat every 15 s: a connection that is silent for this long is dead. */
const IDLE_TIMEOUT_MS = 40 * SECOND_MS;
const NO_CONTENT = 204;

export interface StreamSubscriber {
  /** Id of the last known event; empty for none. */
  readonly lastEventId: string;
  readonly onEvent: (event: EventSourceMessage) => void;
  /** Called when an interrupted stream is back: data fetched earlier may be stale. */
  readonly onReconnect: () => void;
}

/**
 * Follows an event stream of the API. The browser's EventSource cannot, because it sends no access token. An interrupted
 * stream is reopened after the last event received, with a delay that grows with each failure.
 *
 * @param path relative to the origin
 * @param signal stops following
 * @returns when the stream has ended or the server refuses permanently
 */
export async function followEvents(
  path: string,
  subscriber: StreamSubscriber,
  signal: AbortSignal,
): Promise<void> {
  let { lastEventId } = subscriber;
  let retry = DEFAULT_RECONNECT_DELAY_MS;
  let failures = 0;
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const opened = await open(path, lastEventId, signal);
    if (opened === 'ended') return;
    if (opened.body !== undefined) {
      failures = 0;
      if (attempt > 0) subscriber.onReconnect();
      const parser = createParser({
        onEvent: (event) => {
          lastEventId = event.id ?? lastEventId;
          subscriber.onEvent(event);
        },
        onRetry: (milliseconds) => (retry = milliseconds),
      });
      await readAll(opened.body, parser);
    } else failures += 1;
    await wait(opened.delayMs ?? reconnectDelay(failures, retry), signal);
  }
}

/** Returns the reconnection delay in milliseconds: it doubles with each failure, with jitter to spread the clients. */
export function reconnectDelay(failures: number, retry: number, random = Math.random()): number {
  return Math.min(MAX_RECONNECT_DELAY_MS, retry * 2 ** failures) * (0.75 + random / 2);
}

interface Opened {
  readonly body?: ReadableStream<BufferSource>;
  /** Delay requested by the server with Retry-After. */
  readonly delayMs?: number;
}

async function open(path: string, lastEventId: string, signal: AbortSignal): Promise<Opened | 'ended'> {
  const headers = { accept: 'text/event-stream', ...(lastEventId && { 'last-event-id': lastEventId }) };
  const response = await apiFetch(new Request(location.origin + path, { headers, signal })).catch(
    () => undefined,
  );
  if (response === undefined) return {};
  if (response.ok && response.status !== NO_CONTENT && response.body !== null)
    return { body: response.body as ReadableStream<BufferSource> };
  void response.body?.cancel();
  const isRetryable = response.status >= 500 || response.status === 429;
  if (!isRetryable) return 'ended';
  const { retryAfter } = problemOf(response, undefined);
  return retryAfter === undefined ? {} : { delayMs: retryAfter * SECOND_MS };
}

/** Reads until the stream ends, is interrupted or sends no heartbeat. */
async function readAll(body: ReadableStream<BufferSource>, parser: EventSourceParser): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  let watchdog = setTimeout(cancel, IDLE_TIMEOUT_MS);
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      clearTimeout(watchdog);
      watchdog = setTimeout(cancel, IDLE_TIMEOUT_MS);
      parser.feed(chunk.value);
    }
  } catch {
    // Interrupted: the caller reopens the stream.
  }
  clearTimeout(watchdog);
}

/** Resolves after the delay, or immediately when the signal aborts. */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
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
