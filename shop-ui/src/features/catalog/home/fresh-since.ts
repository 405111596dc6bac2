import { initialQueries } from 'ui-common/api/initial-queries';
import { storeDay } from 'ui-common/dates/day';

const FRESH_DAYS = 7;

/** Day from the queries in the HTML page, because the clock of the device may be wrong. */
const serverDay = Object.values(initialQueries())
  .map(([, , , meta]) => new URLSearchParams(meta?.url?.split('?')[1]).get('madeAfter'))
  .find((day) => day !== null);

/** Returns the first production day that counts as fresh: "2026-11-25". The same for all shoppers, so responses are cacheable. */
export function freshSince(timeZone: string): string {
  return serverDay ?? storeDay(Date.now(), timeZone, FRESH_DAYS);
}
