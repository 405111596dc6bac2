import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';

const MAX_URL_LENGTH = 500;

/**
 * Whether a text can be the address of a chat's webhook: HTTPS, without a password in it, and no address of an inner
 * network. What its host leads to is checked each time that it is spoken to.
 */
export function isWebhookAddress(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > MAX_URL_LENGTH || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'https:' || username !== '' || password !== '' || host === '') return false;
  return isIP(host) === 0 ? host.includes('.') : isPublicAddress(host);
}
