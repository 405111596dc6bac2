export interface RequestOrigin {
  readonly origin: string | undefined;
  readonly host: string | undefined;
  readonly secFetchSite: string | undefined;
}

/**
 * Returns true if a request was sent by a page of the store, or by no page at all.
 *
 * @param publicUrl URL of the store; without it, the requested host counts
 */
export function isSameOrigin(
  { origin, host, secFetchSite }: RequestOrigin,
  publicUrl: string | undefined,
): boolean {
  if (origin === undefined) return secFetchSite === undefined || secFetchSite === 'same-origin';
  if (publicUrl !== undefined) return origin === new URL(publicUrl).origin;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}
