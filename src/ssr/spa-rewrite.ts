import type { IncomingMessage } from 'node:http';
import { shopPage } from './shop-page.js';

const NO_PAGES = /^\/(?:api|docs|media|health|metrics|queues)(?:\/|$)/;
const FILE = /\.[A-Za-z0-9]+$/;

/** Where all pages of the shop are answered. */
export const SHOP_DOCUMENT = '/index.html';

/**
 * The file behind the address of a page. The front ends have a router of their own, so that `/products/rice` and
 * `/admin/orders` are pages that only they know: each is its front end's index.html. Any other address stays as it is.
 *
 * Who shows a preview of a link often says that it takes anything: it gets what is a page of the shop. That there is no such
 * page is told by a page only to who asks for one.
 */
export function spaRewrite({
  method,
  url = '/',
  headers: { accept = '*/*' },
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string {
  const path = url.split('?', 1)[0] ?? url;
  const isRead = method === 'GET' || method === 'HEAD';
  if (isRead && path === '/') return SHOP_DOCUMENT;
  if (!isRead || !path.startsWith('/') || NO_PAGES.test(path) || FILE.test(path) || path === '/admin')
    return url;
  const wantsPage = accept.includes('text/html');
  if (path.startsWith('/admin/')) return wantsPage ? '/admin/index.html' : url;
  const takesPage = accept.includes('*/*') && shopPage(path).kind !== 'unknown';
  return wantsPage || takesPage ? SHOP_DOCUMENT : url;
}
