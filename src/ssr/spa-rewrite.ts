import type { IncomingMessage } from 'node:http';
import { shopPage } from './shop-page.js';

const NON_PAGE_PATHS = /^\/(?:api|docs|media|health|metrics|queues)(?:\/|$)/;
const FILE_EXTENSION = /\.[A-Za-z0-9]+$/;

/** Path that serves all pages of the shop. */
export const SHOP_DOCUMENT = '/index.html';

/**
 * Returns the file for the URL of a page. Only the routers of the front ends know pages such as `/products/rice` and
 * `/admin/orders`: each is the index.html of its front end. Any other URL stays unchanged.
 *
 * Link unfurlers often accept any type: they get the known pages of the shop. Only clients that accept HTML get a page for an
 * unknown URL.
 */
export function spaRewrite({
  method,
  url = '/',
  headers: { accept = '*/*' },
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string {
  const path = url.split('?', 1)[0] ?? url;
  const isRead = method === 'GET' || method === 'HEAD';
  if (isRead && path === '/') return SHOP_DOCUMENT;
  if (
    !isRead ||
    !path.startsWith('/') ||
    NON_PAGE_PATHS.test(path) ||
    FILE_EXTENSION.test(path) ||
    path === '/admin'
  )
    return url;
  const acceptsHtml = accept.includes('text/html');
  if (path.startsWith('/admin/')) return acceptsHtml ? '/admin/index.html' : url;
  const acceptsKnownPage = accept.includes('*/*') && shopPage(path).kind !== 'unknown';
  return acceptsHtml || acceptsKnownPage ? SHOP_DOCUMENT : url;
}
