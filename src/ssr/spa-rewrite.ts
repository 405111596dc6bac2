import type { IncomingMessage } from 'node:http';

const NON_PAGE_PATHS = /^\/(?:api|docs|media|health|metrics|queues)(?:\/|$)/;
const FILE_EXTENSION = /\.[A-Za-z0-9]+$/;

/** Path that serves all pages of the shop. */
export const SHOP_DOCUMENT = '/index.html';

type Rewrite = (request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>) => string;

/**
 * Returns a function that maps the URL of a page to its file. Only the routers of the front ends know pages such as `/products/rice` and
 * `/admin/orders`: each is the index.html of its front end. Any other URL stays unchanged.
 *
 * Link unfurlers often accept any type: they get the known pages of the shop. Only clients that accept HTML get a page for an
 * unknown URL.
 *
 * @param isShopPage returns true for the path of a page of the shop
 */
export function spaRewrite(isShopPage: (path: string) => boolean): Rewrite {
  return (request) => rewrite(request, isShopPage);
}

function rewrite(
  { method, url = '/', headers: { accept = '*/*' } }: Parameters<Rewrite>[0],
  isShopPage: (path: string) => boolean,
): string {
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
  const acceptsKnownPage = accept.includes('*/*') && isShopPage(path);
  return acceptsHtml || acceptsKnownPage ? SHOP_DOCUMENT : url;
}
