export interface RequestOrigin {
  readonly origin: string | undefined;
  readonly host: string | undefined;
  readonly secFetchSite: string | undefined;
}

/**
 * Whether a request was sent by a page of the store's own, or by no page at all.
 *
 * @param publicUrl where the store is; without it, wherever the request was sent to
 */
export function isSameOrigin(
  { origin, host, secFetchSite }: RequestOrigin,
  publicUrl: string | undefined,
): boolean {
  if (origin === undefined) return secFetchSite === undefined || secFetchSite === 'same-origin';
  if (publicUrl !== undefined) return origin === new URL(publicUrl).origin;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}
