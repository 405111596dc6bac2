import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { projectPath } from '../platform/common/files/project-path.js';
import type { Language } from '../platform/config/languages.js';

const SERVER_ENTRY = projectPath('shop-ui', 'dist-server', 'entry-server.js');

/** Name of the page at all URLs that have none. */
const NOT_FOUND = 'not-found';

/** Page at a URL of the shop. */
export interface MatchedPage {
  readonly name: string;
  /** True for a page of a single visitor, which robots should not fetch. */
  readonly isPrivate: boolean;
  /** True if search engines may index the page. */
  readonly isIndexable: boolean;
  /** Pages with the same key have the same HTML, for the same API responses and language. */
  readonly cacheKey: string;
}

export interface PageToRender {
  readonly url: string;
  readonly language: Language;
  /** Public URL of the store, without a trailing slash. */
  readonly storeOrigin: string;
  /** Requests the API. */
  readonly fetch: (request: Request) => Promise<Response>;
}

export interface RenderedPage {
  readonly status: 200 | 404;
  /** Markup inside `#app`; undefined if the browser has to render the page. */
  readonly html: string | undefined;
  readonly head: { readonly headTags: string };
  /** Data with which the browser starts. */
  readonly state: object;
  /** Modules that the page needs besides those of every page, by their name in the build. */
  readonly moduleIds: readonly string[];
  /** Why the markup could not be rendered, if so. */
  readonly error?: unknown;
}

/** The address at which a page is now. */
export interface MovedPage {
  /** Path of the shop. */
  readonly movedTo: string;
}

/** What `shop-ui/src/entry-server.ts` exports: routes, head and first data of the shop. */
export interface ShopEntry {
  readonly match: (url: string) => MatchedPage;
  /** Returns undefined if the section or product of a page does not exist, and its new address if it was renamed. */
  readonly render: (page: PageToRender) => Promise<RenderedPage | MovedPage | undefined>;
  readonly privatePaths: readonly string[];
  readonly describeStore: (name: string, locale: string) => string;
}

/** Loads the server entry of the shop; undefined if the shop has not been built. */
export async function loadShopEntry(): Promise<ShopEntry | undefined> {
  if (!existsSync(SERVER_ENTRY)) return undefined;
  return (await import(pathToFileURL(SERVER_ENTRY).href)) as ShopEntry;
}

/** Returns true if the shop has a page at a URL. */
export function hasPage(shop: Pick<ShopEntry, 'match'>, url: string): boolean {
  return shop.match(url).name !== NOT_FOUND;
}
