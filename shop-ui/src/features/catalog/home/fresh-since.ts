import { initialData } from 'ui-common/api/initial-data';
import { storeDay } from 'ui-common/dates/day';

const FRESH_DAYS = 7;

/** Day from the initial data of the page, because the clock of the device may be wrong. */
const serverDay = Object.keys(initialData())
  .map((url) => new URLSearchParams(url.split('?')[1]).get('madeAfter'))
  .find((day) => day !== null);

/** Returns the first production day that counts as fresh: "2026-11-25". The same for all shoppers, so responses are cacheable. */
export function freshSince(timeZone: string): string {
  return serverDay ?? storeDay(Date.now(), timeZone, FRESH_DAYS);
}
