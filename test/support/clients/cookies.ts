import type { Server } from '../servers/server.js';
import { bodyOf, type ApiResponse, type Problem } from './client.js';

/** Response body of sign-in and refresh. */
export interface SignedIn {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly user: { readonly id: string; readonly username: string };
}

/** Returns the refresh cookie that a response sets, as a browser sends it back. */
export function cookieIn(response: ApiResponse): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Signs in and returns the refresh cookie of the new session. */
export async function refreshCookieOf(server: Server, username: string, password: string): Promise<string> {
  const response = await server.client.post('/auth/login', { username, password });
  bodyOf(response, 200);
  return cookieIn(response);
}

/** Sends a refresh cookie, or none if it is empty. Returns the response, whatever its status. */
export function refresh(
  server: Server,
  cookie: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ApiResponse<SignedIn & Problem>> {
  return server.client.post('/auth/refresh', undefined, { ...(cookie === '' ? {} : { cookie }), ...headers });
}
