/** Pages that sign-in must not return to. */
const EXCLUDED_PATHS = ['/sign-in', '/register', '/forgot-password', '/reset-password'];
const PLACEHOLDER_ORIGIN = 'https://shop.invalid';

/**
 * Returns the path to open after sign-in: the requested page of this shop, or the home page. Rejects URLs of other origins in any
 * spelling, to prevent open redirects.
 *
 * @param next value of the `next` query parameter
 */
export function nextPage(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return '/';
  const url = URL.canParse(next, PLACEHOLDER_ORIGIN) ? new URL(next, PLACEHOLDER_ORIGIN) : undefined;
  if (url?.origin !== PLACEHOLDER_ORIGIN || EXCLUDED_PATHS.includes(url.pathname)) return '/';
  // Normalization can create a leading double slash, as in `/.//elsewhere`.
  return url.pathname.startsWith('//') ? '/' : url.pathname + url.search + url.hash;
}
