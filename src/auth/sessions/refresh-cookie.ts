import type { FastifyReply, FastifyRequest } from 'fastify';
import { SECOND_MS } from '../../platform/common/durations.js';
import type { IssuedToken } from './refresh-tokens.js';

/** Hides the cookie from scripts, and keeps other sites from sending it. */
const COMMON_OPTIONS = { httpOnly: true, sameSite: 'strict' } as const;

/** The cookie without HTTPS. Older versions of the store used it over HTTPS too. */
const PLAIN = { name: 'refresh_token', options: { ...COMMON_OPTIONS, path: '/api/v1/auth' } } as const;

/**
 * The cookie over HTTPS. Browsers accept a name with this prefix from this very host over HTTPS only: no page of another
 * subdomain can set it, and no one on the line. The prefix requires the path `/`.
 */
const HOST = {
  name: '__Host-refresh_token',
  options: { ...COMMON_OPTIONS, path: '/', secure: true },
} as const;

/**
 * Until then, a session that began under the plain name continues under the other one. By then all of them have ended, and a
 * plain cookie can only come from elsewhere.
 */
const PLAIN_ACCEPTED_UNTIL = Date.UTC(2027, 1, 1);

/**
 * @param https true if browsers reach the store over HTTPS
 * @param now milliseconds since 1970
 */
export function refreshCookieOf(
  { cookies }: Pick<FastifyRequest, 'cookies'>,
  https: boolean,
  now: number,
): string | undefined {
  if (!https) return cookies[PLAIN.name];
  return cookies[HOST.name] ?? (now < PLAIN_ACCEPTED_UNTIL ? cookies[PLAIN.name] : undefined);
}

/** Over HTTPS, it replaces a cookie of the plain name. */
export function setRefreshCookie(
  reply: FastifyReply,
  { token, lifetimeMs }: IssuedToken,
  https: boolean,
): void {
  const { name, options } = https ? HOST : PLAIN;
  void reply.setCookie(name, token, { ...options, maxAge: Math.floor(lifetimeMs / SECOND_MS) });
  if (https) clearPlainCookie(reply);
}

export function clearRefreshCookie(reply: FastifyReply, https: boolean): void {
  const { name, options } = https ? HOST : PLAIN;
  void reply.clearCookie(name, options);
  if (https) clearPlainCookie(reply);
}

function clearPlainCookie(reply: FastifyReply): void {
  if (reply.request.cookies[PLAIN.name] !== undefined)
    void reply.clearCookie(PLAIN.name, { ...PLAIN.options, secure: true });
}
