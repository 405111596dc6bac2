import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from 'ui-common/api/api-problem';
import { HOUR_MS, SECOND_MS } from 'ui-common/dates/durations';
import { fakeApi, problem } from '../../testing/fake-api';
import { closeAttempt, newAttempt, openAttempt } from './order-attempt';
import { outcomeOf, placeOrder } from './place-order';
// The first POST would load it, for which fake timers would never wait.
import 'ui-common/api/idempotency-keys';

const body = {
  address: {
    name: 'Asha Rao',
    phone: '98450 12345',
    line1: '14, Temple Street',
    city: 'Bengaluru',
    postalCode: '560004',
  },
  expectedTotal: 16_200,
};

afterEach(() => vi.useRealTimers());

describe('order attempts', () => {
  it('restores an attempt with its key and body until it is closed', () => {
    const attempt = newAttempt('asha', body);
    expect(openAttempt('asha')).toEqual(attempt);
    expect(openAttempt('vikram')).toBeUndefined();
    closeAttempt('asha', attempt);
    expect(openAttempt('asha')).toBeUndefined();
  });

  it('creates a unique key for each attempt', () => {
    expect(newAttempt('asha', body).key).not.toBe(newAttempt('asha', body).key);
  });

  it('does not close a newer attempt of another tab', () => {
    const attempt = newAttempt('asha', body);
    const newer = newAttempt('asha', body);
    closeAttempt('asha', attempt);
    expect(openAttempt('asha')).toEqual(newer);
  });

  it('expires an attempt before the server forgets its key', () => {
    vi.useFakeTimers();
    newAttempt('asha', body);
    vi.advanceTimersByTime(13 * HOUR_MS);
    expect(openAttempt('asha')).toBeUndefined();
  });
});

describe('placeOrder', () => {
  it('retries with the same key and body while the server is still processing', async () => {
    vi.useFakeTimers();
    const responses = [
      () => problem(409, 'orders.still-under-way', { retryAfterSeconds: 1 }),
      () => problem(503, 'unavailable'),
      () => Response.json({ id: 'order-1' }, { status: 201 }),
    ];
    const requests = fakeApi(() => (responses.shift() as () => Response)());
    const attempt = newAttempt('asha', body);
    const order = placeOrder(attempt);
    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(3 * SECOND_MS);
    expect(await order).toEqual({ id: 'order-1' });
    expect(new Set(requests.map(({ headers }) => headers.get('idempotency-key')))).toEqual(
      new Set([attempt.key]),
    );
    expect(requests.map((request) => request.body)).toEqual([body, body, body]);
  });
});

describe('outcomeOf', () => {
  it.each([
    [409, 'orders.price-changed', 'refused'],
    [409, 'catalog.out-of-stock', 'refused'],
    [422, 'orders.cart-empty', 'refused'],
    [400, 'request.invalid', 'refused'],
    [409, 'orders.still-under-way', 'unknown'],
    [0, 'network.unreachable', 'unknown'],
    [429, 'rate-limited', 'unknown'],
    [500, 'internal', 'unknown'],
    [503, 'unavailable', 'unknown'],
    [401, 'auth.unauthenticated', 'signed-out'],
    [403, 'auth.forbidden', 'signed-out'],
  ])('maps %d %s to %s', (status, code, outcome) => {
    expect(outcomeOf(new ApiProblem({ status, code }))).toBe(outcome);
  });
});
