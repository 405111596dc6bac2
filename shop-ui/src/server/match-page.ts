import { createMemoryHistory } from 'vue-router';
import * as limits from 'ui-common/api/limits';
import { createShopRouter } from '../app/router';

/** Page at a URL. */
export interface MatchedPage {
  readonly name: string;
  /** True for a page of a single visitor, which robots should not fetch. */
  readonly isPrivate: boolean;
  /** True if search engines may index the page. */
  readonly isIndexable: boolean;
  /** Pages with the same key have the same HTML, for the same API responses and language. */
  readonly cacheKey: string;
  /** Path of the page, with the part of its query that the server renders. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** True if the server renders the markup of the page, and not only its head. */
  readonly isRendered: boolean;
  /** Module that the HTML page preloads. */
  readonly firstModule: string | undefined;
}

/** The HTML page by its file name. A service worker fetches it to show any page. */
const SHELL_PATH = '/index.html';
/** A path without a page. */
const UNKNOWN_PATH = '/404';
/** Pages with content for search engines. */
const INDEXABLE: ReadonlySet<string> = new Set(['home', 'section', 'product']);
/** Name of the page at all URLs that have none. */
export const NOT_FOUND = 'not-found';

const router = createShopRouter(createMemoryHistory());

/**
 * Paths that robots should not fetch: the first level of the private pages. Routes without parameters, since a path of robots.txt
 * covers all below it.
 */
export const PRIVATE_PATHS: readonly string[] = router
  .getRoutes()
  .map(({ path }) => path)
  .filter((path) => /^\/[^/:]+$/.test(path) && pageOf(path, '').isPrivate);

/** Returns the page at a URL of any content. A trailing slash makes no difference. */
export function matchPage(url: string): MatchedPage {
  const [path = '', query = ''] = url.split('?', 2);
  return pageOf(/^\/(?!\/)/.test(path) && isDecodable(path) ? path : UNKNOWN_PATH, query);
}

function pageOf(path: string, query: string): MatchedPage {
  const { name: routeName, meta, params } = router.resolve({ path });
  const name = path === SHELL_PATH ? 'shell' : String(routeName ?? meta.title);
  const isIndexable = INDEXABLE.has(name);
  const words = name === 'search' ? searchWordsIn(query) : undefined;
  // The query of a section filters its products.
  const isRendered = words !== undefined || (isIndexable && (name !== 'section' || query === ''));
  const parts = words === undefined ? Object.values(params) : [words];
  return {
    name,
    isPrivate: meta.firstModule === undefined && name !== NOT_FOUND && name !== 'shell',
    isIndexable,
    cacheKey: [isRendered ? 'page' : 'head', name, ...(isIndexable || isRendered ? parts : [])].join(' '),
    path: words ? `${path}?${new URLSearchParams({ q: words }).toString()}` : path,
    params: params as Record<string, string>,
    isRendered,
    firstModule: meta.firstModule,
  };
}

/** Returns the words of a search without filters, empty for all products; undefined for a search with anything else. */
function searchWordsIn(query: string): string | undefined {
  const parameters = new URLSearchParams(query);
  const words = (parameters.get('q') ?? '').trim();
  const isPlain = [...parameters.keys()].every((name, i) => name === 'q' && i === 0);
  return isPlain && words.length <= limits.listProducts.q.maxLength && !words.includes('\0')
    ? words
    : undefined;
}

/** Returns false for an invalid encoding, and for a NUL character, which no database column can store. */
function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}
