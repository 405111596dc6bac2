import type { FastifyReply, FastifyRequest } from 'fastify';
import { DAY_MS, SECOND_MS } from '../../platform/common/durations.js';

/** Time since the latest sign-in for which a device is known. */
const MAX_AGE_S = (365 * DAY_MS) / SECOND_MS;

/** As of the refresh cookie: neither for scripts nor for other sites. */
const COMMON_OPTIONS = { httpOnly: true, sameSite: 'strict' } as const;
const PLAIN = { name: 'known_device', options: { ...COMMON_OPTIONS, path: '/api/v1/auth' } } as const;
/** Over HTTPS, the prefix binds the cookie to this host. It requires the path `/`. */
const HOST = {
  name: '__Host-known_device',
  options: { ...COMMON_OPTIONS, path: '/', secure: true },
} as const;

export function deviceCookieOf(
  { cookies }: Pick<FastifyRequest, 'cookies'>,
  https: boolean,
): string | undefined {
  return cookies[(https ? HOST : PLAIN).name];
}

/** @param https true if browsers reach the store over HTTPS */
export function setDeviceCookie(reply: FastifyReply, value: string, https: boolean): void {
  const { name, options } = https ? HOST : PLAIN;
  void reply.setCookie(name, value, { ...options, maxAge: MAX_AGE_S });
}
