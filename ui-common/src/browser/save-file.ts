/** Long enough for a browser to take a file over, in milliseconds. */
const TAKEN_OVER = 60_000;

/** Has the browser keep a file that was fetched with the access token, which a plain link would not send. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_OVER);
}
