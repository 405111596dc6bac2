import { isIP } from 'node:net';
import type { Config } from './config.js';

const ANY_ADDRESS = new Set(['0.0.0.0', '::', '']);

/**
 * Returns the URL of the store without a trailing slash: `PUBLIC_URL`, or else the address where this process listens.
 */
export function storeUrl({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  if (publicUrl !== undefined) return publicUrl;
  const name = ANY_ADDRESS.has(host) ? 'localhost' : host;
  return `http://${isIP(name) === 6 ? `[${name}]` : name}:${port}`;
}
