import createClient from 'openapi-fetch';
import { ApiProblem, UNREACHABLE, problemOf } from './api-problem.ts';
import { apiFetch } from './api-fetch.ts';
import type { components, paths } from './schema';

/** A shape of the API by its name in openapi.json. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** The API, typed by openapi.json. Go through {@link answerOf} for what it says. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  fetch: apiFetch,
  // In alphabetical order, as the addresses of the answers in the document are.
  querySerializer: (query) => {
    const given = Object.entries(query as Record<string, unknown>).filter(([, value]) => value !== undefined);
    const sorted = given.toSorted(([a], [b]) => (a < b ? -1 : 1));
    return new URLSearchParams(sorted.map(([name, value]) => [name, String(value)])).toString();
  },
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
