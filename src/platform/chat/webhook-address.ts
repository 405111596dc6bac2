import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';

const MAX_URL_LENGTH = 500;

/**
 * Returns true if a text can be the URL of a chat webhook: HTTPS, without credentials, and not an address of a private
 * network. The addresses of its host name are checked at each connection.
 */
export function isWebhookAddress(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > MAX_URL_LENGTH || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'https:' || username !== '' || password !== '' || host === '') return false;
  return isIP(host) === 0 ? host.includes('.') : isPublicAddress(host);
}
