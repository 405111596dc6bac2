import { SECOND_MS } from '../dates/durations.ts';

/** Delays before the second and the third attempt. */
const RETRY_DELAYS_MS = [0.3 * SECOND_MS, 1.2 * SECOND_MS];
const RETRYABLE_STATUSES = new Set([502, 503, 504]);

/**
 * Sends a request that is safe to repeat. Sends it again if the network fails or a proxy cannot reach the server.
 *
 * @throws the error of the last attempt, or of the first if this device has no network
 */
export async function fetchRepeatedly(
  send: () => Promise<Response>,
  signal?: AbortSignal,
): Promise<Response> {
  const delays = [...RETRY_DELAYS_MS];
  for (;;) {
    const delay = delays.shift();
    try {
      const response = await send();
      if (delay === undefined || !isRetryable(response)) return response;
    } catch (error) {
      if (delay === undefined || signal?.aborted === true || !navigator.onLine) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, delay));
  }
}

/** A conflict that says when to try again is the first attempt, which is still being processed. */
function isRetryable({ status, headers }: Response): boolean {
  return RETRYABLE_STATUSES.has(status) || (status === 409 && headers.has('retry-after'));
}
