import { MINUTE_MS } from '../dates/durations.ts';

/** Time for the browser to read the file before its URL is released. */
const REVOKE_DELAY_MS = MINUTE_MS;

/** Downloads a file that was fetched with the access token, which a plain link would not send. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_DELAY_MS);
}
