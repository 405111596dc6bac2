import { hash } from 'node:crypto';

const MAX_LENGTH = 200;

/**
 * The key under which the answer to a question is kept: what is asked for, and with what. It is the same for whoever asks,
 * so nobody's id or name may be in it. However much was typed, it has at most 200 characters.
 *
 * @param what such as `product`
 * @param details what tells one question from another, in JSON; undefined counts as not given
 */
export function cacheKey(what: string, details: string | object = ''): string {
  const key = `${what}:${typeof details === 'string' ? details : JSON.stringify(details)}`;
  return key.length <= MAX_LENGTH ? key : `${what}:#${hash('sha256', key, 'base64url')}`;
}
