import { ApiProblem } from 'ui-common/api/api-problem';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { SECOND_MS } from 'ui-common/dates/durations';
import type { OrderAttempt } from './order-attempt';

export type Order = Schema<'OrderView'>;

/** Retries while the server still processes the same order. */
const MAX_RETRIES = 20;

/**
 * Sends an order, and retries with the same key while the server is still processing it.
 *
 * @throws ApiProblem see {@link outcomeOf}
 */
export async function placeOrder({ key, body }: OrderAttempt): Promise<Order> {
  for (let retries = 0; ; retries++) {
    try {
      const params = { header: { 'Idempotency-Key': key } };
      return await responseBody(api.POST('/api/v1/orders', { params, body }));
    } catch (problem) {
      if (!isInProgress(problem) || retries === MAX_RETRIES) throw problem;
      await new Promise((resolve) => setTimeout(resolve, secondsOf(problem) * SECOND_MS));
    }
  }
}

function isInProgress(problem: unknown): problem is ApiProblem {
  return problem instanceof ApiProblem && problem.code === 'orders.still-under-way';
}

function secondsOf({ parameters, retryAfter }: ApiProblem): number {
  return Number(retryAfter ?? parameters['retryAfterSeconds'] ?? 1);
}

/**
 * Outcome of an order that failed. `refused`: no order exists for this key. `unknown`: one may exist, and a retry with the same
 * key tells. `signed-out`: the server did not process the request.
 */
export type Outcome = 'refused' | 'unknown' | 'signed-out';

export function outcomeOf(problem: ApiProblem): Outcome {
  if (problem.status === 401 || problem.status === 403) return 'signed-out';
  if (problem.code === 'orders.still-under-way') return 'unknown';
  // The limit of orders by account, unlike those of requests, has seen the key: no order exists for it.
  if (problem.code === 'orders.too-many') return 'refused';
  const isFinal = problem.status >= 400 && problem.status < 500 && ![408, 429].includes(problem.status);
  return isFinal ? 'refused' : 'unknown';
}
