import { api } from 'ui-common/api/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { changeStatuses } from './orders';

const IDS = Array.from({ length: 250 }, (_, n) => `order-${String(n)}`);

interface Sent {
  readonly body: { readonly orderIds: readonly string[] };
}

/** Answers requests with an outcome for each order. The n-th request fails. */
function respond(failsAt?: number) {
  let requests = 0;
  const answer = (_: string, { body }: Sent): Promise<unknown> => {
    requests += 1;
    const response = new Response(null, { status: requests === failsAt ? 503 : 200 });
    const items = body.orderIds.map((orderId) => ({ orderId, order: null, problem: null }));
    return Promise.resolve({ data: { items }, response });
  };
  return vi.spyOn(api, 'POST').mockImplementation(answer as unknown as typeof api.POST);
}

afterEach(() => vi.restoreAllMocks());

describe('changeStatuses', () => {
  it('changes any number of orders in requests of at most a hundred', async () => {
    const post = respond();
    const { outcomes, failure } = await changeStatuses({ ids: IDS, to: 'packed' });
    expect(outcomes.map(({ orderId }) => orderId)).toEqual(IDS);
    expect(failure).toBeUndefined();
    expect(post).toHaveBeenCalledTimes(3);
  });

  it('returns the outcomes of the requests before a failure', async () => {
    respond(3);
    const { outcomes, failure } = await changeStatuses({ ids: IDS, to: 'packed' });
    expect(outcomes).toHaveLength(200);
    expect(failure).toMatchObject({ status: 503 });
  });

  it('fails if nothing was changed', async () => {
    respond(1);
    await expect(changeStatuses({ ids: IDS, to: 'packed' })).rejects.toMatchObject({ status: 503 });
  });
});
