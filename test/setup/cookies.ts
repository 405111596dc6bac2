import { bodyOf, type Answer } from './client.js';
import type { Server } from './server.js';

/** The refresh cookie that an answer sets, as a browser sends it back. */
export function cookieIn(answer: Answer): string {
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Signs in, and gives the refresh cookie of the new session. */
export async function refreshCookieOf(server: Server, username: string, password: string): Promise<string> {
  const answer = await server.client.post('/auth/login', { username, password });
  bodyOf(answer, 200);
  return cookieIn(answer);
}
