import type { Server } from '../servers/server.js';
import { bodyOf, type Answer, type Problem } from './client.js';

/** Response body of sign-in and refresh. */
export interface SignedIn {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly user: { readonly id: string; readonly username: string };
}

/** Returns the refresh cookie that a response sets, as a browser sends it back. */
export function cookieIn(answer: Answer): string {
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Signs in and returns the refresh cookie of the new session. */
export async function refreshCookieOf(server: Server, username: string, password: string): Promise<string> {
  const answer = await server.client.post('/auth/login', { username, password });
  bodyOf(answer, 200);
  return cookieIn(answer);
}

/** Sends a refresh cookie, or none if it is empty. Returns the response, whatever its status. */
export function refresh(
  server: Server,
  cookie: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<SignedIn & Problem>> {
  return server.client.post('/auth/refresh', undefined, { ...(cookie === '' ? {} : { cookie }), ...headers });
}
