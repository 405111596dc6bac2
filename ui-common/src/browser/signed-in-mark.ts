/** Storage key: this browser had a session. Without it, guests skip a refresh that would fail. */
export const SIGNED_IN_KEY = 'signed-in';

/**
 * Marks the document of a browser that had a session, before it is painted: the server renders every page for a guest, and
 * styles show a signed-in person what is theirs instead.
 */
export function markSignedIn(): void {
  try {
    document.documentElement.toggleAttribute('data-signed-in', localStorage.getItem(SIGNED_IN_KEY) !== null);
  } catch {
    // Storage is blocked, so there is no session.
  }
}
