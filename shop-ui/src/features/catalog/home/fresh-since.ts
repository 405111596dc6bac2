import { firstAnswers } from 'ui-common/api/initial-data';
import { storeDay } from 'ui-common/dates/day';

const FRESH_DAYS = 7;

/** The day that the server has written into the document: the clock of a shopper's device may be wrong. */
const written = Object.keys(firstAnswers())
  .map((address) => new URLSearchParams(address.split('?')[1]).get('madeAfter'))
  .find((day) => day !== null);

/** Since which day something must have been made to be told fresh: "2026-11-25". All shoppers of a day ask for the same. */
export function freshSince(timeZone: string): string {
  return written ?? storeDay(Date.now(), timeZone, FRESH_DAYS);
}
