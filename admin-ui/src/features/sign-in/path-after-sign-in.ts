/** Returns the requested path if it is within the back office, otherwise "/". URLs of other sites are refused. */
export function pathAfterSignIn(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
}
