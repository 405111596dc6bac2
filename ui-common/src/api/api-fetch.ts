import { currentAccessToken, hasSession, refreshAccessToken } from './access-token.ts';
import type { ApiProblem } from './api-problem.ts';
import { fetchRepeatedly } from './fetch-repeatedly.ts';

/** Methods that are safe to repeat. A POST is safe only with an idempotency key. */
const IDEMPOTENT_METHODS = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);

/**
 * Fetches with the access token of the signed-in user. Retries once with a new token if the old one has expired.
 * Repeatable requests are also retried after network failures.
 *
 * @throws ApiProblem if the request requires a session and the server is unreachable for a token
 */
export async function apiFetch(request: Request): Promise<Response> {
  const { token, problem } = await resolveToken();
  // A change cannot succeed without the token, even if the network is back in the meantime.
  if (problem?.isUnreachable === true && request.method !== 'GET') throw problem;
  const response = await send(request, token);
  if (response.status !== 401) return response;
  if (problem !== undefined) throw problem;
  if (token === undefined) return response;
  const renewed = await refreshAccessToken();
  return renewed === undefined ? response : send(request, renewed);
}

/** Defers a failed refresh: without a network, the service worker can still answer public GET requests. */
async function resolveToken(): Promise<{ token?: string; problem?: ApiProblem }> {
  const token = currentAccessToken();
  if (token !== undefined || !hasSession()) return { token };
  try {
    return { token: await refreshAccessToken() };
  } catch (problem) {
    return { problem: problem as ApiProblem };
  }
}

async function send(request: Request, token: string | undefined): Promise<Response> {
  const isIdempotent = IDEMPOTENT_METHODS.has(request.method) || request.headers.has('idempotency-key');
  const sendOnce = (): Promise<Response> => fetch(withToken(request, token));
  return isIdempotent ? fetchRepeatedly(sendOnce, request.signal) : sendOnce();
}

function withToken(request: Request, token: string | undefined): Request {
  const copy = request.clone();
  if (token !== undefined) copy.headers.set('authorization', `Bearer ${token}`);
  return copy;
}
