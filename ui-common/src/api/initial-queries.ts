import { hydrateQueryCache, useQueryCache } from '@pinia/colada';
import type { Pinia } from 'pinia';
import { isInBrowser } from '../browser/window-events.ts';

declare module '@pinia/colada' {
  interface TypesConfig {
    queryMeta: {
      /** URL of the API response that the query reads first. */
      readonly url?: string;
    };
  }
}

/** The query cache of a server-rendered page: data, error, age and meta by key. */
export type SerializedQueries = Parameters<typeof hydrateQueryCache>[1];

const queries: SerializedQueries = isInBrowser ? read() : {};

/** Returns the queries that the server embedded in the HTML page, so that the first page needs no requests. */
export function initialQueries(): SerializedQueries {
  return queries;
}

/** Fills the query cache of a front end from the HTML page. The data counts as fetched when the page was. */
export function restoreQueries(pinia: Pinia): void {
  const age = performance.now();
  const aged = Object.entries(queries).map(([key, [data, , , meta]]) => [key, [data, null, age, meta]]);
  hydrateQueryCache(useQueryCache(pinia), Object.fromEntries(aged) as SerializedQueries);
}

function read(): SerializedQueries {
  const text = document.getElementById('initial-data')?.textContent;
  if (text === undefined || text.trim() === '') return {};
  return JSON.parse(text) as SerializedQueries;
}
