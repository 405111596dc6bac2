import { hash } from 'node:crypto';

const MAX_LENGTH = 200;

/**
 * Builds the cache key of a response from its subject and parameters. The key is the same for every caller, so it must
 * not contain the ID or name of a user. It has at most 200 characters, however long the input is.
 *
 * @param subject kind of response, such as `product`
 * @param parameters values that distinguish its requests, written as JSON; undefined ones are ignored
 */
export function cacheKey(subject: string, parameters: string | object = ''): string {
  const key = `${subject}:${typeof parameters === 'string' ? parameters : JSON.stringify(parameters)}`;
  return key.length <= MAX_LENGTH ? key : `${subject}:#${hash('sha256', key, 'base64url')}`;
}
