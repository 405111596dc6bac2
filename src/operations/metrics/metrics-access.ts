import { hash, timingSafeEqual } from 'node:crypto';
import ipaddr from 'ipaddr.js';

/** A client that requests the metrics. */
export interface Scraper {
  /** Address of the connection's peer, regardless of forwarding headers. */
  readonly address: string | undefined;
  /** Value of the header. */
  readonly authorization: string | undefined;
}

/**
 * Returns true if the client may read the metrics: it sends the token, if one is configured. Without a token, clients on this
 * machine may, except in production: there a reverse proxy on this machine may forward anyone's requests.
 */
export function mayReadMetrics(
  { metricsToken, production }: { readonly metricsToken: string | undefined; readonly production: boolean },
  { address, authorization }: Scraper,
): boolean {
  if (metricsToken !== undefined) return isSame(authorization ?? '', `Bearer ${metricsToken}`);
  return !production && isLoopback(address ?? '');
}

/** Compares in constant time. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));
}

function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}
