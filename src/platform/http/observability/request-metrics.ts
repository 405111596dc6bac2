import type { Histogram } from 'prom-client';
import type { CompletedRequest } from './request-completed.js';

/** What no route is for, whatever its address. */
const NO_ROUTE = 'none';

/** Measures how long each request takes, but for those whose answer stays open until somebody leaves. */
export function requestMetrics(
  durations: Histogram<'method' | 'route' | 'status'>,
): (answered: CompletedRequest) => void {
  // To look a series up by its labels takes longer than to count.
  const known = new Map<string, Histogram.Internal<string>>();
  return ({ method, route = NO_ROUTE, status, milliseconds, stayedOpen }) => {
    if (stayedOpen) return;
    const name = `${method} ${status} ${route}`;
    const series = known.get(name) ?? durations.labels(method, route, String(status));
    known.set(name, series);
    series.observe(milliseconds / 1000);
  };
}
