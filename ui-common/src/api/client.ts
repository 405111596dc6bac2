import createClient from 'openapi-fetch';
import { isInBrowser } from '../browser/window-events.ts';
import { apiFetch } from './api-fetch.ts';
import { ApiProblem, UNREACHABLE, problemOf } from './api-problem.ts';
import { queryText } from './initial-data.ts';
import type { components, paths } from './schema';

/** A shape of the API by its name in openapi.json. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** The API, typed by openapi.json. Go through {@link answerOf} for what it says. */
export const api = createClient<paths>({
  baseUrl: isInBrowser ? location.origin : '',
  fetch: apiFetch,
  querySerializer: queryText,
});

interface Asked<Body> {
  readonly data?: Body;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of an answer.
 *
 * @throws ApiProblem for anything but success, and where the server could not be reached
 */
export async function answerOf<Body>(asking: Promise<Asked<Body>>): Promise<Body> {
  const { data, error, response } = await asking.catch((failure: unknown) => {
    if (failure instanceof ApiProblem) throw failure;
    throw new ApiProblem({ code: UNREACHABLE });
  });
  if (!response.ok) throw problemOf(response, error);
  return data as Body;
}
