import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_LIFETIME } from './refresh-tokens.js';

const NAME = 'refresh_token';

/** The cookie goes to the routes of signing in and out alone, no script can read it, and no other site can send it. */
const OPTIONS = { path: '/api/v1/auth', httpOnly: true, sameSite: 'strict' } as const;

export function refreshCookieOf(request: FastifyRequest): string | undefined {
  return request.cookies[NAME];
}

/** @param secure whether it goes over HTTPS alone */
export function setRefreshCookie(reply: FastifyReply, token: string, secure: boolean): void {
  void reply.setCookie(NAME, token, { ...OPTIONS, secure, maxAge: SESSION_LIFETIME / 1000 });
}

export function clearRefreshCookie(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(NAME, { ...OPTIONS, secure });
}
