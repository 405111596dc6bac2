import createClient, { type Middleware } from 'openapi-fetch';
import { isInBrowser } from '../browser/window-events.ts';
import { apiFetch } from './api-fetch.ts';
import { ApiProblem, UNREACHABLE, problemOf } from './api-problem.ts';
import { queryText } from './query-text.ts';
import type { components, paths } from './schema';
import { serverFetch } from './server-fetch.ts';

/** Schema type by its name in openapi.json. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Requests need an absolute URL. The server reads only its path and query. */
const SERVER_ORIGIN = 'http://server.invalid';

/** API client typed by openapi.json. Read its results through {@link responseBody}. */
export const api = createClient<paths>({
  baseUrl: isInBrowser ? location.origin : SERVER_ORIGIN,
  fetch: isInBrowser ? apiFetch : serverFetch,
  querySerializer: queryText,
});

/**
 * Header of a request that needs an Idempotency-Key, of which the caller keeps none: it is empty, since the client adds a key to each
 * such request, the same one when it is sent again.
 */
export const ADDED_KEY = {} as { readonly 'Idempotency-Key': string };

if (isInBrowser) api.use(laterKeys());

/** Loads the keys of acts with the first POST. If they cannot be loaded, requests go without, and those that need one are refused. */
function laterKeys(): Middleware {
  let loading: Promise<Middleware | undefined> | undefined;
  const keys = (): Promise<Middleware | undefined> =>
    (loading ??= import('./idempotency-keys.ts').then(
      ({ idempotencyKeys }) => idempotencyKeys(),
      () => (loading = undefined),
    ));
  return {
    async onRequest(options) {
      return options.request.method === 'POST' ? (await keys())?.onRequest?.(options) : undefined;
    },
    async onResponse(options) {
      return (await loading)?.onResponse?.(options);
    },
  };
}

interface ApiResult<Body> {
  readonly data?: Body;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * Returns the body of a successful response.
 *
 * @throws ApiProblem for any other response, and if the server is unreachable
 */
export async function responseBody<Body>(request: Promise<ApiResult<Body>>): Promise<Body> {
  const { data, error, response } = await request.catch((failure: unknown) => {
    if (failure instanceof ApiProblem) throw failure;
    throw new ApiProblem({ code: UNREACHABLE });
  });
  if (!response.ok) throw problemOf(response, error);
  return data as Body;
}
