import { currentAccessToken, hasSession, refreshAccessToken } from './access-token.ts';

/** Milliseconds before the second and the third try. */
const PAUSES = [300, 1200];
const TRY_AGAIN = new Set([502, 503, 504]);
/** Asking for the same twice changes nothing. POST is not of these, but with a key that makes it so. */
const REPEATABLE = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);

/**
 * Fetch as the API wants it: with the access token of whoever is signed in, once more with a new one where it has run out,
 * and once more where the network failed and nothing can happen twice.
 *
 * @throws ApiProblem where only somebody who is signed in gets an answer, and the server cannot be asked for a token
 */
export async function apiFetch(request: Request): Promise<Response> {
  const { token, problem } = await tokenNow();
  const response = await send(request, token);
  if (response.status !== 401) return response;
  if (problem !== undefined) throw problem;
  if (token === undefined) return response;
  const renewed = await refreshAccessToken();
  return renewed === undefined ? response : send(request, renewed);
}

/** Without a network the service worker still has what is the same for all: no token is no reason not to ask. */
async function tokenNow(): Promise<{ token?: string; problem?: Error }> {
  const token = currentAccessToken();
  if (token !== undefined || !hasSession()) return { token };
  try {
    return { token: await refreshAccessToken() };
  } catch (problem) {
    return { problem: problem as Error };
  }
}

async function send(request: Request, token: string | undefined): Promise<Response> {
  const isRepeatable = REPEATABLE.has(request.method) || request.headers.has('idempotency-key');
  const pauses = isRepeatable ? [...PAUSES] : [];
  for (;;) {
    const pause = pauses.shift();
    try {
      const response = await fetch(withToken(request, token));
      if (pause === undefined || !TRY_AGAIN.has(response.status)) return response;
    } catch (error) {
      if (pause === undefined || request.signal.aborted || !navigator.onLine) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function withToken(request: Request, token: string | undefined): Request {
  const copy = request.clone();
  if (token !== undefined) copy.headers.set('authorization', `Bearer ${token}`);
  return copy;
}
