import { hash, timingSafeEqual } from 'node:crypto';
import ipaddr from 'ipaddr.js';

/** Who asks for the metrics. */
export interface Scraper {
  /** The other end of the connection, whatever a proxy says of others. */
  readonly address: string | undefined;
  /** As it was sent. */
  readonly authorization: string | undefined;
}

/**
 * Whether somebody may read the metrics: whoever knows the token, where there is one. Without a token whoever asks from
 * this machine may, but nobody in production: there the reverse proxy may be on this machine, and ask for anybody.
 */
export function mayReadMetrics(
  { metricsToken, production }: { readonly metricsToken: string | undefined; readonly production: boolean },
  { address, authorization }: Scraper,
): boolean {
  if (metricsToken !== undefined) return isSame(authorization ?? '', `Bearer ${metricsToken}`);
  return !production && isLoopback(address ?? '');
}

/** Takes the same time however much of it is right. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));
}

function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}
