import { accountKey, readStored, writeStored } from 'ui-common/browser/storage';

/** Rows that the home page shows at first. The skeleton has as many. */
export const MAX_USUAL_ROWS = 8;

/** Belongs to the shopper who is signed in on this device, and is deleted when they sign out. */
const ROWS_KEY = accountKey('usual-rows', 'latest');

/**
 * Marks the document with the number of rows that the shopper's usual products had at the last visit. Called before the
 * document is painted: styles reserve the room for as many rows, and leave out what the list replaces. Without a mark they wait
 * for the list with the whole page.
 */
export function markUsualRows(): void {
  const rows = readStored(ROWS_KEY);
  if (Number.isInteger(rows)) showUsualRows(rows as number);
  else delete document.documentElement.dataset['usual'];
}

/** Shows the home page with so many rows, until the next mark. */
export function showUsualRows(rows: number): void {
  document.documentElement.dataset['usual'] = String(Math.min(Math.max(rows, 0), MAX_USUAL_ROWS));
}

/** Shows so many rows, now and before the list is loaded at the next visit. */
export function rememberUsualRows(rows: number): void {
  writeStored(ROWS_KEY, Math.min(rows, MAX_USUAL_ROWS));
  markUsualRows();
}
