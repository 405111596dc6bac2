import type { FastifyReply, FastifyRequest } from 'fastify';
import { DAY_MS, SECOND_MS } from '../../platform/common/durations.js';

const COOKIE_NAME = 'known_device';

/** Time since the latest sign-in for which a device is known. */
const MAX_AGE_S = (365 * DAY_MS) / SECOND_MS;

/** As of the refresh cookie: for the auth routes alone, and neither for scripts nor for other sites. */
const COOKIE_OPTIONS = { path: '/api/v1/auth', httpOnly: true, sameSite: 'strict' } as const;

export function deviceCookieOf(request: FastifyRequest): string | undefined {
  return request.cookies[COOKIE_NAME];
}

/** @param secure true to send the cookie over HTTPS only */
export function setDeviceCookie(reply: FastifyReply, value: string, secure: boolean): void {
  void reply.setCookie(COOKIE_NAME, value, { ...COOKIE_OPTIONS, secure, maxAge: MAX_AGE_S });
}
