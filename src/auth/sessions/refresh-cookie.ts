import type { FastifyReply, FastifyRequest } from 'fastify';
import { SECOND_MS } from '../../platform/common/durations.js';
import type { IssuedToken } from './refresh-tokens.js';

const COOKIE_NAME = 'refresh_token';

/** Restricts the cookie to the auth routes, hides it from scripts, and keeps other sites from sending it. */
const COOKIE_OPTIONS = { path: '/api/v1/auth', httpOnly: true, sameSite: 'strict' } as const;

export function refreshCookieOf(request: FastifyRequest): string | undefined {
  return request.cookies[COOKIE_NAME];
}

/** @param secure true to send the cookie over HTTPS only */
export function setRefreshCookie(
  reply: FastifyReply,
  { token, lifetimeMs }: IssuedToken,
  secure: boolean,
): void {
  const maxAge = Math.floor(lifetimeMs / SECOND_MS);
  void reply.setCookie(COOKIE_NAME, token, { ...COOKIE_OPTIONS, secure, maxAge });
}

export function clearRefreshCookie(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(COOKIE_NAME, { ...COOKIE_OPTIONS, secure });
}
