/** Nobody is led from signing in to signing in. */
const NOT_NEXT = ['/sign-in', '/register', '/forgot-password', '/reset-password'];
const ANY_ORIGIN = 'https://shop.invalid';

/**
 * Where to go after signing in: the page of this shop that an address names, and the home page where it names none. An address
 * that leads elsewhere, in any spelling, is not followed: whoever made the link is not to choose where people end up.
 *
 * @param next as it stands in the address's query
 */
export function nextPage(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return '/';
  const url = URL.canParse(next, ANY_ORIGIN) ? new URL(next, ANY_ORIGIN) : undefined;
  if (url?.origin !== ANY_ORIGIN || NOT_NEXT.includes(url.pathname)) return '/';
  // A path may begin with two slashes only now: `/.//elsewhere`.
  return url.pathname.startsWith('//') ? '/' : url.pathname + url.search + url.hash;
}
