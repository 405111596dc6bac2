import type { IncomingMessage } from 'node:http';

const NO_PAGES = /^\/(?:api|docs|media|health|metrics|queues)(?:\/|$)/;
const FILE = /\.[A-Za-z0-9]+$/;

/**
 * The file behind the address of a page. The front ends have a router of their own, so that `/products/rice` and
 * `/admin/orders` are pages that only they know: each is its front end's index.html. Any other address stays as it is.
 */
export function pageAddress({
  method,
  url = '/',
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string {
  const path = url.split('?', 1)[0] ?? url;
  const wantsPage = (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html');
  if (!wantsPage || !path.startsWith('/') || NO_PAGES.test(path) || FILE.test(path) || path === '/admin')
    return url;
  return path.startsWith('/admin/') ? '/admin/index.html' : '/index.html';
}
