import { ApiProblem } from 'ui-common/api/api-problem';
import { answerOf, api, type Schema } from 'ui-common/api/client';
import type { OrderAttempt } from './order-attempt';

export type Order = Schema<'OrderView'>;

/** How often the server is asked again while it is at the very same order. */
const MAX_RETRIES = 20;

/**
 * Sends a wish to order, and again with the same key for as long as the server is still at it.
 *
 * @throws ApiProblem see {@link outcomeOf}
 */
export async function placeOrder({ key, body }: OrderAttempt): Promise<Order> {
  for (let waits = 0; ; waits++) {
    try {
      const params = { header: { 'Idempotency-Key': key } };
      return await answerOf(api.POST('/api/v1/orders', { params, body }));
    } catch (problem) {
      if (!isUnderWay(problem) || waits === MAX_RETRIES) throw problem;
      await new Promise((resolve) => setTimeout(resolve, secondsOf(problem) * 1000));
    }
  }
}

function isUnderWay(problem: unknown): problem is ApiProblem {
  return problem instanceof ApiProblem && problem.code === 'orders.still-under-way';
}

function secondsOf({ parameters, retryAfter }: ApiProblem): number {
  return Number(retryAfter ?? parameters['retryAfterSeconds'] ?? 1);
}

/**
 * What a problem says about the order: `refused`, there is none under this key; `unknown`, there may be one, and asking again with
 * the same key tells; `signed-out`, the server did not get as far as looking.
 */
export type Outcome = 'refused' | 'unknown' | 'signed-out';

export function outcomeOf(problem: ApiProblem): Outcome {
  if (problem.status === 401 || problem.status === 403) return 'signed-out';
  if (problem.code === 'orders.still-under-way') return 'unknown';
  const isAnswer = problem.status >= 400 && problem.status < 500 && ![408, 429].includes(problem.status);
  return isAnswer ? 'refused' : 'unknown';
}
