import { isInBrowser } from '../browser/window-events.ts';

type Query = Readonly<Record<string, unknown>>;

/** API responses by URL. */
export type InitialData = Readonly<Record<string, unknown>>;

let responses: InitialData = isInBrowser ? read() : {};
/** Time at which the server fetched them, in milliseconds since 1970. */
let fetchedAt = isInBrowser ? performance.timeOrigin : 0;

/** Sets the initial data of the next page to render. For the server, which renders one page at a time. */
export function setInitialData(next: InitialData): void {
  responses = next;
  fetchedAt = Date.now();
}

/** Returns the responses that the server embedded in the HTML page, so that the first page needs no requests. */
export function initialData(): InitialData {
  return responses;
}

/**
 * Returns query options with the initial data that the server embedded in the HTML page, if any. The data counts as fetched
 * when the page was.
 *
 * @param path API path
 * @param read extracts the query's data from the response
 */
export function withInitialData<Body, Data>(
  path: string,
  query: Query,
  read: (body: Body) => Data,
): { readonly initialData: () => Data | undefined; readonly initialDataUpdatedAt: number } {
  return {
    initialData: () => {
      const response = responses[urlOf(path, query)] as Body | undefined;
      return response === undefined ? undefined : read(response);
    },
    initialDataUpdatedAt: fetchedAt,
  };
}

/** Serializes a query without undefined values and in alphabetical order, as the server does for the initial data. */
export function queryText(query: Query): string {
  const defined = Object.entries(query).filter(([, value]) => value !== undefined);
  const sorted = defined.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new URLSearchParams(sorted.map(([name, value]) => [name, String(value)])).toString();
}

function urlOf(path: string, query: Query): string {
  const text = queryText(query);
  return text === '' ? path : `${path}?${text}`;
}

function read(): InitialData {
  const text = document.getElementById('initial-data')?.textContent;
  if (text === undefined || text.trim() === '') return {};
  return JSON.parse(text) as InitialData;
}
