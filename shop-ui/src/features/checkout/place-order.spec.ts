import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from 'ui-common/api/api-problem';
import { fakeApi, problem } from '../../testing/fake-api';
import { closeAttempt, newAttempt, openAttempt } from './order-attempt';
import { outcomeOf, placeOrder } from './place-order';

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

describe('a wish to order', () => {
  it('is found again after a reload, with its key and its body, until it is answered', () => {
    const attempt = newAttempt('asha', body);
    expect(openAttempt('asha')).toEqual(attempt);
    expect(openAttempt('vikram')).toBeUndefined();
    closeAttempt('asha', attempt);
    expect(openAttempt('asha')).toBeUndefined();
  });

  it('has a key of its own', () => {
    expect(newAttempt('asha', body).key).not.toBe(newAttempt('asha', body).key);
  });

  it('does not close what another tab has begun since', () => {
    const attempt = newAttempt('asha', body);
    const newer = newAttempt('asha', body);
    closeAttempt('asha', attempt);
    expect(openAttempt('asha')).toEqual(newer);
  });

  it('is given up before the server forgets its key', () => {
    vi.useFakeTimers();
    newAttempt('asha', body);
    vi.advanceTimersByTime(13 * 60 * 60 * 1000);
    expect(openAttempt('asha')).toBeUndefined();
  });
});

describe('placeOrder', () => {
  it('waits while the server is at it, and asks with the same key and body', async () => {
    vi.useFakeTimers();
    const answers = [
      () => problem(409, 'orders.still-under-way', { retryAfterSeconds: 1 }),
      () => problem(503, 'unavailable'),
      () => Response.json({ id: 'order-1' }, { status: 201 }),
    ];
    const asked = fakeApi(() => (answers.shift() as () => Response)());
    const attempt = newAttempt('asha', body);
    const order = placeOrder(attempt);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await order).toEqual({ id: 'order-1' });
    expect(new Set(asked.map(({ headers }) => headers.get('idempotency-key')))).toEqual(
      new Set([attempt.key]),
    );
    expect(asked.map((one) => one.body)).toEqual([body, body, body]);
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
  ])('takes %d %s for %s', (status, code, outcome) => {
    expect(outcomeOf(new ApiProblem({ status, code }))).toBe(outcome);
  });
});
