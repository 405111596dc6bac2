import type { Histogram } from 'prom-client';
import { SECOND_MS } from '../../common/durations.js';
import type { CompletedRequest } from './request-completed.js';

/** Route label of all requests that match no route, whatever their path. */
const NO_ROUTE = 'none';

/** Measures how long each request takes, except those whose response stays open until the client leaves. */
export function requestMetrics(
  durations: Histogram<'method' | 'route' | 'status'>,
): (request: CompletedRequest) => void {
  // Looking up a series by its labels takes longer than counting.
  const seriesByKey = new Map<string, Histogram.Internal<string>>();
  return ({ method, route = NO_ROUTE, status, milliseconds, stayedOpen }) => {
    if (stayedOpen) return;
    const key = `${method} ${status} ${route}`;
    const series = seriesByKey.get(key) ?? durations.labels(method, route, String(status));
    seriesByKey.set(key, series);
    series.observe(milliseconds / SECOND_MS);
  };
}
