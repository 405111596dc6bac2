import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followEvents, pauseAfter } from './follow-events.ts';

const apiFetch = vi.hoisted(() => vi.fn<(request: Request) => Promise<Response>>());
vi.mock('./api-fetch', () => ({ apiFetch }));

const PATH = '/api/v1/orders/1/events';
const stream = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'text/event-stream' } });
const over = (): Response => new Response(null, { status: 204 });

/** Follows until there is nothing more, with the clock going ahead by itself. */
async function follow(...answers: (Response | Error)[]) {
  for (const answer of answers) {
    if (answer instanceof Error) apiFetch.mockRejectedValueOnce(answer);
    else apiFetch.mockResolvedValueOnce(answer);
  }
  const onEvent = vi.fn();
  const onReconnect = vi.fn();
  const end = new AbortController();
  const following = followEvents(PATH, { lastEventId: '1', onEvent, onReconnect }, end.signal);
  await vi.runAllTimersAsync();
  await following;
  const asked = apiFetch.mock.calls.map(([request]) => request.headers.get('last-event-id'));
  return { onEvent, onReconnect, asked };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  apiFetch.mockReset();
});

describe('following events', () => {
  it('hands on what comes, and asks again after it', async () => {
    const { onEvent, onReconnect, asked } = await follow(
      stream('retry: 3000\n\nid: 2\nevent: status\ndata: {}\n\n'),
      over(),
    );
    expect(onEvent.mock.calls).toEqual([[{ type: 'status', data: '{}' }]]);
    expect(asked).toEqual(['1', '2']);
    expect(onReconnect).not.toHaveBeenCalled();
  });

  it('comes back when it was cut off, and says so', async () => {
    const { onReconnect, asked } = await follow(
      stream(': \n\n'),
      new TypeError('no network'),
      new Response(null, { status: 503 }),
      stream('id: 2\ndata: x\n\n'),
      over(),
    );
    expect(asked).toEqual(['1', '1', '1', '1', '2']);
    expect(onReconnect).toHaveBeenCalledTimes(1);
  });

  it.each([401, 403, 404])('gives up where the answer is %i', async (status) => {
    const { asked } = await follow(new Response(null, { status }));
    expect(asked).toHaveLength(1);
  });

  it('waits as long as it is told where there are too many', async () => {
    const startedAt = Date.now();
    await follow(new Response(null, { status: 429, headers: { 'retry-after': '20' } }), over());
    expect(Date.now() - startedAt).toBe(20_000);
  });

  it('ends with its signal', async () => {
    apiFetch.mockResolvedValue(new Response(null, { status: 503 }));
    const end = new AbortController();
    const following = followEvents(
      PATH,
      { lastEventId: '', onEvent: vi.fn(), onReconnect: vi.fn() },
      end.signal,
    );
    await vi.advanceTimersByTimeAsync(1000);
    end.abort();
    await following;
    expect(apiFetch).toHaveBeenCalledTimes(1);
  });
});

describe('the pause before another try', () => {
  it('doubles with each failure, up to a minute, and is never the same for all', () => {
    expect(pauseAfter(0, 3000, 0.5)).toBe(3000);
    expect(pauseAfter(2, 3000, 0.5)).toBe(12_000);
    expect(pauseAfter(20, 3000, 0.5)).toBe(60_000);
    expect([pauseAfter(0, 3000, 0), pauseAfter(0, 3000, 1)]).toEqual([2250, 3750]);
  });
});
