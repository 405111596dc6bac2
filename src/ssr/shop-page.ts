/** The titles of pages that show no one thing of the catalogue. */
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

/** What an address of the shop shows. Sections and products are named as in the address, by slug or id. */
export type ShopPage =
  | { readonly kind: 'home' }
  | { readonly kind: 'section'; readonly section: string; readonly isFiltered: boolean }
  | { readonly kind: 'product'; readonly product: string }
  | { readonly kind: 'private'; readonly title: PageTitle }
  /** The document by its own name, as a service worker fetches it to show any page with. */
  | { readonly kind: 'shell' }
  | { readonly kind: 'unknown' };

/** Pages that say nothing to those who search the web. */
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

/** What a robot need not ask for: the pages of one shopper alone. */
export const PRIVATE_PATHS = [...PRIVATE.keys()].filter((path) => path !== '/search' && !/.\//.test(path));

/** The page at an address, as the shop's router sees it: a slash at the end makes no difference. */
export function shopPage(address: string): ShopPage {
  const [path = '', query = ''] = address.split('?', 2);
  if (path === '/') return { kind: 'home' };
  if (path === '/index.html') return { kind: 'shell' };
  const plain = path.replace(/(?<=[^/])\/$/, '');
  const title = PRIVATE.get(plain);
  if (title !== undefined) return { kind: 'private', title };
  const [before, folder, name, last, ...more] = plain.split('/').map(decoded);
  if (before !== '' || name === undefined || name === '' || more.length > 0) return { kind: 'unknown' };
  if (folder === 'orders' && last === 'placed') return { kind: 'private', title: 'placed' };
  if (last !== undefined) return { kind: 'unknown' };
  if (folder === 'orders') return { kind: 'private', title: 'order' };
  if (folder === 'products') return { kind: 'product', product: name };
  if (folder === 'sections') return { kind: 'section', section: name, isFiltered: query !== '' };
  return { kind: 'unknown' };
}

/** A part of a path; undefined where it is not validly encoded. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
