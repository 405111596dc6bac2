import { ApiProblem, UNREACHABLE } from 'ui-common/api/api-problem';
import { SECOND_MS } from 'ui-common/dates/durations';
import { describe, expect, it, vi } from 'vitest';
import { createTickQueue, type TickChange } from './tick-queue';

/** A server that can be out of reach. */
function storeWith(stored: unknown = undefined) {
  const state = {
    problem: undefined as unknown,
    sent: [] as TickChange[][],
    stored: [] as readonly TickChange[],
  };
  const queue = createTickQueue<TickChange>({
    stored,
    store: (unsent) => (state.stored = unsent),
    send: (changes) => {
      if (state.problem !== undefined) return Promise.reject(state.problem as Error);
      state.sent.push(changes);
      return Promise.resolve(changes);
    },
    onSent: () => undefined,
  });
  return { state, queue };
}

const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);

describe('tick queue', () => {
  it('sends a tick at once, and forgets it', async () => {
    vi.useFakeTimers();
    const { state, queue } = storeWith();
    queue.set(['a', 'b'], true);
    expect([...queue.unsent.value]).toEqual([
      ['a', true],
      ['b', true],
    ]);
    await settle();
    expect(state.sent).toEqual([
      [
        { itemId: 'a', ticked: true },
        { itemId: 'b', ticked: true },
      ],
    ]);
    expect([queue.unsent.value.size, state.stored]).toEqual([0, []]);
  });

  it('keeps ticks while the server cannot be reached, and sends the last state of each', async () => {
    vi.useFakeTimers();
    const { state, queue } = storeWith();
    state.problem = new ApiProblem({ code: UNREACHABLE });
    queue.set(['a'], true);
    await settle();
    queue.set(['a'], false);
    queue.set(['b'], true);
    await settle();
    expect([queue.isStuck.value, queue.unsent.value.size]).toEqual([true, 2]);
    expect(state.stored).toEqual([
      { itemId: 'a', ticked: false },
      { itemId: 'b', ticked: true },
    ]);
    state.problem = undefined;
    await vi.advanceTimersByTimeAsync(5 * SECOND_MS);
    expect(state.sent).toEqual([
      [
        { itemId: 'a', ticked: false },
        { itemId: 'b', ticked: true },
      ],
    ]);
    expect([queue.isStuck.value, queue.unsent.value.size]).toEqual([false, 0]);
  });

  it('sends what was stored before a reload, and ignores what is no tick', async () => {
    vi.useFakeTimers();
    const { state, queue } = storeWith([{ itemId: 'a', ticked: true }, 'nonsense', { itemId: 7 }]);
    queue.flush();
    await settle();
    expect(state.sent).toEqual([[{ itemId: 'a', ticked: true }]]);
  });

  it('gives up ticks that are invalid, and goes on', async () => {
    vi.useFakeTimers();
    const { state, queue } = storeWith();
    state.problem = new ApiProblem({ status: 400, code: 'request.validation-failed' });
    queue.set(['a'], true);
    await settle();
    expect([queue.isStuck.value, queue.unsent.value.size]).toEqual([false, 0]);
  });

  it('sends at most a hundred at a time', async () => {
    vi.useFakeTimers();
    const { state, queue } = storeWith();
    queue.set(
      Array.from({ length: 150 }, (_, i) => String(i)),
      true,
    );
    await settle();
    expect(state.sent.map(({ length }) => length)).toEqual([100, 50]);
  });
});
