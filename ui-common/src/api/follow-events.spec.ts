import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SECOND_MS } from '../dates/durations.ts';
import { followEvents, reconnectDelay } from './follow-events.ts';

const apiFetch = vi.hoisted(() => vi.fn<(request: Request) => Promise<Response>>());
vi.mock('./api-fetch', () => ({ apiFetch }));

const PATH = '/api/v1/orders/1/events';
const stream = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'text/event-stream' } });
const noContent = (): Response => new Response(null, { status: 204 });

/** Follows the stream to its end while fake timers advance automatically. */
async function follow(...responses: (Response | Error)[]) {
  for (const response of responses) {
    if (response instanceof Error) apiFetch.mockRejectedValueOnce(response);
    else apiFetch.mockResolvedValueOnce(response);
  }
  const onEvent = vi.fn();
  const onReconnect = vi.fn();
  const controller = new AbortController();
  const following = followEvents(PATH, { lastEventId: '1', onEvent, onReconnect }, controller.signal);
  await vi.runAllTimersAsync();
  await following;
  const lastEventIds = apiFetch.mock.calls.map(([request]) => request.headers.get('last-event-id'));
  return { onEvent, onReconnect, lastEventIds };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  apiFetch.mockReset();
});

describe('followEvents', () => {
  it('forwards events and reconnects after the last one', async () => {
    const { onEvent, onReconnect, lastEventIds } = await follow(
      stream('retry: 3000\n\nid: 2\nevent: status\ndata: {}\n\n'),
      noContent(),
    );
    expect(onEvent.mock.calls).toEqual([[{ id: '2', event: 'status', data: '{}' }]]);
    expect(lastEventIds).toEqual(['1', '2']);
    expect(onReconnect).not.toHaveBeenCalled();
  });

  it('reconnects after an interruption and reports it once', async () => {
    const { onReconnect, lastEventIds } = await follow(
      stream(': \n\n'),
      new TypeError('no network'),
      new Response(null, { status: 503 }),
      stream('id: 2\ndata: x\n\n'),
      noContent(),
    );
    expect(lastEventIds).toEqual(['1', '1', '1', '1', '2']);
    expect(onReconnect).toHaveBeenCalledTimes(1);
  });

  it('does not count an event that is cut off', async () => {
    const { onEvent, lastEventIds } = await follow(stream('id: 2\ndata: half'), noContent());
    expect(onEvent).not.toHaveBeenCalled();
    expect(lastEventIds).toEqual(['1', '1']);
  });

  it.each([401, 403, 404])('stops after a %i response', async (status) => {
    const { lastEventIds } = await follow(new Response(null, { status }));
    expect(lastEventIds).toHaveLength(1);
  });

  it('waits for Retry-After when the response is 429', async () => {
    const startedAt = Date.now();
    await follow(new Response(null, { status: 429, headers: { 'retry-after': '20' } }), noContent());
    expect(Date.now() - startedAt).toBe(20 * SECOND_MS);
  });

  it('stops when its signal aborts', async () => {
    apiFetch.mockResolvedValue(new Response(null, { status: 503 }));
    const controller = new AbortController();
    const following = followEvents(
      PATH,
      { lastEventId: '', onEvent: vi.fn(), onReconnect: vi.fn() },
      controller.signal,
    );
    await vi.advanceTimersByTimeAsync(SECOND_MS);
    controller.abort();
    await following;
    expect(apiFetch).toHaveBeenCalledTimes(1);
  });
});

describe('reconnectDelay', () => {
  it('doubles with each failure, up to a minute, and adds jitter', () => {
    expect(reconnectDelay(0, 3000, 0.5)).toBe(3000);
    expect(reconnectDelay(2, 3 * SECOND_MS, 0.5)).toBe(12 * SECOND_MS);
    expect(reconnectDelay(20, 3 * SECOND_MS, 0.5)).toBe(60 * SECOND_MS);
    expect([reconnectDelay(0, 3000, 0), reconnectDelay(0, 3000, 1)]).toEqual([2250, 3750]);
  });
});
