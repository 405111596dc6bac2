/** Names of the page titles that do not depend on the catalog. */
export type PageTitle =
  | 'home'
  | 'search'
  | 'cart'
  | 'checkout'
  | 'orders'
  | 'order'
  | 'placed'
  | 'account'
  | 'password'
  | 'sessions'
  | 'mail'
  | 'sign-in'
  | 'register'
  | 'forgot-password'
  | 'reset-password'
  | 'section-requests'
  | 'for-shoppers'
  | 'offline'
  | 'not-found';

/** Page at a URL of the shop. Sections and products are identified as in the URL, by slug or ID. */
export type ShopPage =
  | { readonly kind: 'home' }
  | { readonly kind: 'section'; readonly section: string; readonly isFiltered: boolean }
  | { readonly kind: 'product'; readonly product: string }
  | { readonly kind: 'private'; readonly title: PageTitle }
  /** The HTML page by its file name. A service worker fetches it to show any page. */
  | { readonly kind: 'shell' }
  | { readonly kind: 'unknown' };

/** Pages without content for search engines. */
const PRIVATE: ReadonlyMap<string, PageTitle> = new Map([
  ['/search', 'search'],
  ['/cart', 'cart'],
  ['/checkout', 'checkout'],
  ['/orders', 'orders'],
  ['/account', 'account'],
  ['/account/password', 'password'],
  ['/account/sessions', 'sessions'],
  ['/account/mail', 'mail'],
  ['/sign-in', 'sign-in'],
  ['/register', 'register'],
  ['/forgot-password', 'forgot-password'],
  ['/reset-password', 'reset-password'],
  ['/section-requests', 'section-requests'],
  ['/for-shoppers', 'for-shoppers'],
  ['/offline', 'offline'],
]);

/** Paths that robots should not fetch: the pages of a single shopper. */
export const PRIVATE_PATHS = [...PRIVATE.keys()].filter((path) => path !== '/search' && !/.\//.test(path));

/** Returns the page at a URL, as the router of the shop resolves it. A trailing slash makes no difference. */
export function shopPage(url: string): ShopPage {
  const [path = '', query = ''] = url.split('?', 2);
  if (path === '/') return { kind: 'home' };
  if (path === '/index.html') return { kind: 'shell' };
  const normalized = path.replace(/(?<=[^/])\/$/, '');
  const title = PRIVATE.get(normalized);
  if (title !== undefined) return { kind: 'private', title };
  const [before, folder, name, last, ...more] = normalized.split('/').map(decodePart);
  if (before !== '' || name === undefined || name === '' || more.length > 0) return { kind: 'unknown' };
  if (folder === 'orders' && last === 'placed') return { kind: 'private', title: 'placed' };
  if (last !== undefined) return { kind: 'unknown' };
  if (folder === 'orders') return { kind: 'private', title: 'order' };
  if (folder === 'products') return { kind: 'product', product: name };
  if (folder === 'sections') return { kind: 'section', section: name, isFiltered: query !== '' };
  return { kind: 'unknown' };
}

/** Decodes a part of a path; undefined if the encoding is invalid. */
function decodePart(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
