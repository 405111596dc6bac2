import { PiniaColada, serializeQueryCache, useQueryCache, type QueryCache } from '@pinia/colada';
import type { SSRHeadPayload } from '@unhead/vue/server';
import { createPinia, disposePinia, type Pinia } from 'pinia';
import { AsyncLocalStorage } from 'node:async_hooks';
import { ApiProblem } from 'ui-common/api/api-problem';
import type { SerializedQueries } from 'ui-common/api/initial-queries';
import { preferredLanguage, type Language } from 'ui-common/api/languages';
import { setServerFetch, type Fetch } from 'ui-common/api/server-fetch';
import { STORE_QUERY } from 'ui-common/composables/useStore';
import { assembleApp } from 'ui-common/open-app';
import { usePreferences } from 'ui-common/session/preferences';
import { createSSRApp, type Component } from 'vue';
import { createMemoryHistory } from 'vue-router';
import { renderToString } from 'vue/server-renderer';
import { createShopApp } from '../app/create-shop-app';
import { sectionIn, SECTIONS_QUERY } from '../composables/useSections';
import { productQuery } from '../features/catalog/catalog-queries';
import type { Site } from '../head/page-description';
import { PageMoved, slugOfMoved } from '../head/page-moved';
import { PageNotFound } from '../head/page-not-found';
import { SITE } from '../head/usePageHead';
import { createShopI18n } from '../i18n';
import { SERVER_TEXTS } from '../locales/server-texts';
import { headOnly } from './head-only';
import { NOT_FOUND, type MatchedPage } from './match-page';
import { sectionQuery } from './section-query';
import { createServerHead } from './server-head';

/** How to render a page. */
export interface RenderOptions {
  /** Language of the markup. The head is in the language of the store. */
  readonly language: Language;
  /** Public URL of the store, without a trailing slash. */
  readonly storeOrigin: string;
  /** Requests the API. */
  readonly fetch: Fetch;
}

export interface RenderedPage {
  readonly status: 200 | 404;
  /** Markup inside `#app`; undefined if the browser has to render the page. */
  readonly html: string | undefined;
  readonly head: SSRHeadPayload;
  /** Queries with which the browser starts. */
  readonly state: SerializedQueries;
  /** Modules that the page needs besides those of every page, by their name in the build. */
  readonly moduleIds: readonly string[];
  /** Why the markup could not be rendered, if so. */
  readonly error?: unknown;
}

/** The address at which a page is now. */
export interface MovedPage {
  readonly movedTo: string;
}

/** Pages are rendered concurrently, each with its own requests. */
const requests = new AsyncLocalStorage<Fetch>();
setServerFetch((request) => (requests.getStore() as Fetch)(request));

/**
 * Renders a page for a guest with an empty cart.
 *
 * @returns its new address if its section or product was renamed; undefined if there is none: the page of unknown URLs is
 *   sent instead
 * @throws ApiProblem if the API does not respond
 */
export async function renderPage(
  page: MatchedPage,
  options: RenderOptions,
): Promise<RenderedPage | MovedPage | undefined> {
  try {
    return await requests.run(options.fetch, () => renderFound(page, options));
  } catch (error) {
    if (error instanceof PageNotFound) return undefined;
    if (error instanceof PageMoved) return { movedTo: error.path };
    throw error;
  }
}

async function renderFound(page: MatchedPage, options: RenderOptions): Promise<RenderedPage> {
  const pinia = createPinia();
  try {
    usePreferences(pinia).language = options.language;
    const store = await loadFirst(page, pinia);
    const site = { url: options.storeOrigin, store };
    if (!page.isRendered) return await renderRoot(page, { ...options, pinia, site, root: headOnly(page) });
    try {
      return await renderRoot(page, { ...options, pinia, site });
    } catch (error) {
      if (error instanceof PageNotFound || (error instanceof ApiProblem && error.status >= 500)) throw error;
      return { ...(await renderRoot(page, { ...options, pinia, site, root: headOnly(page) })), error };
    }
  } finally {
    disposePinia(pinia);
  }
}

interface RootOptions extends Pick<RenderOptions, 'language'> {
  readonly pinia: Pinia;
  readonly site: Omit<Site, 't' | 'language'>;
  /** Component that only sets the head of the page. By default, the whole page is rendered. */
  readonly root?: Component;
}

async function renderRoot(
  page: MatchedPage,
  { language, pinia, site, root }: RootOptions,
): Promise<RenderedPage> {
  const i18n = createShopI18n(SERVER_TEXTS);
  i18n.global.locale.value = language;
  const { t: translate } = i18n.global;
  const storeLanguage = preferredLanguage([site.store.locale]);
  const head = createServerHead();
  const frontEnd = createShopApp(createMemoryHistory(), { i18n, head });
  const app = assembleApp(createSSRApp(root ?? frontEnd.root), frontEnd, pinia);
  // Vue would throw some of these where no one catches them.
  const errors: unknown[] = [];
  app.config.errorHandler = (error) => errors.push(error);
  app.provide(SITE, {
    ...site,
    language: storeLanguage,
    t: (key, values = {}) => translate(key, values, { locale: storeLanguage }),
  });
  if (root === undefined) {
    await frontEnd.router.push(page.path);
    app.use(frontEnd.router);
  }
  const markup = await renderToString(app);
  const queries = useQueryCache(pinia);
  // A browser asks again for what the server was refused, such as too many searches of one address.
  errors.push(...queries.getEntries({ status: 'error' }).map(({ state }) => state.value.error));
  if (errors.length > 0) throw errors[0];
  return {
    status: page.name === NOT_FOUND ? 404 : 200,
    html: root === undefined ? withoutTheme(markup) : undefined,
    head: head.render(),
    state: page.name === 'shell' ? {} : stateOf(queries),
    moduleIds: page.firstModule === undefined ? [] : [page.firstModule],
  };
}

/**
 * Loads the data on which the frame of every page and the existence of the page depend.
 *
 * @throws PageNotFound if the section or product of the page does not exist, PageMoved if it has another address
 */
async function loadFirst({ name, params }: MatchedPage, pinia: Pinia) {
  createSSRApp({})
    .use(pinia)
    .use(PiniaColada, { queryOptions: { gcTime: false } });
  const queries = useQueryCache(pinia);
  // First, because there are any number of unknown products.
  if (name === 'product')
    await loadExisting(
      () => queries.refresh(queries.ensure(productQuery(params['product'] ?? ''))),
      (slug) => `/products/${slug}`,
    );
  const [store, sections] = await Promise.all([
    queries.refresh(queries.ensure(STORE_QUERY)),
    name === 'shell' ? undefined : queries.refresh(queries.ensure(SECTIONS_QUERY)),
  ]);
  if (name === 'section' && sectionIn(sections?.data, params['section']) === undefined) {
    await loadExisting(
      () => queries.refresh(queries.ensure(sectionQuery(params['section'] ?? ''))),
      (slug) => `/sections/${slug}`,
    );
    throw new PageNotFound();
  }
  if (store.data === undefined) throw new Error('The API returned no store.');
  return store.data;
}

/**
 * Loads the product or section of a page.
 *
 * @param pathOf returns the path of its page by its slug
 */
async function loadExisting(load: () => Promise<unknown>, pathOf: (slug: string) => string): Promise<void> {
  try {
    await load();
  } catch (error) {
    const slug = slugOfMoved(error);
    if (slug !== undefined) throw new PageMoved(pathOf(slug));
    // A slug that the API refuses is that of no product.
    if (error instanceof ApiProblem && error.status >= 400 && error.status < 500) throw new PageNotFound();
    throw error;
  }
}

/** Returns the loaded data, with the same age in every rendering: equal pages have equal ETags. */
function stateOf(queries: QueryCache): SerializedQueries {
  const loaded = Object.entries(serializeQueryCache(queries)).filter(([, [data]]) => data !== undefined);
  return Object.fromEntries(loaded.map(([key, [data, , , meta]]) => [key, [data, null, 0, meta]]));
}

/**
 * Removes Vuetify's theme class, because only the browser knows the theme of the device. Also removes empty style attributes,
 * which the Content-Security-Policy refuses.
 */
function withoutTheme(markup: string): string {
  return markup.replace('v-theme--light ', '').replaceAll(' style=""', '');
}
