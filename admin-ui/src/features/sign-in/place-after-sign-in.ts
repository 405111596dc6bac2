/** Where one was going, if that is a place of the back office: an address of another site is none. */
export function placeAfterSignIn(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
}
