import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

/** A busy store is asked again as often as this. */
const MAX_ATTEMPTS = 5;

/**
 * Sends a request to a store's API. If the store is busy, it is sent again when the store says so.
 *
 * @param {string} url
 * @param {string} method
 * @param {string} path below /api/v1
 * @param {{ accessToken?: string, body?: object | FormData }} [more]
 * @returns {Promise<any>} the response body
 * @throws {Error} with the whole response if the request is refused
 */
export async function call(url, method, path, { accessToken, body } = {}) {
  const isForm = body instanceof FormData;
  const request = {
    method,
    headers: {
      ...(accessToken && { authorization: `Bearer ${accessToken}` }),
      // With the same key each time, nothing happens twice.
      ...(body && { 'idempotency-key': randomUUID() }),
      ...(body && !isForm && { 'content-type': 'application/json' }),
    },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  };
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(`${url}/api/v1${path}`, request);
    const text = await response.text();
    if (response.ok) return JSON.parse(text);
    const seconds = response.status === 503 ? Number(response.headers.get('retry-after')) : 0;
    if (seconds === 0 || attempt === MAX_ATTEMPTS)
      throw new Error(`${method} ${path} returned ${response.status}:\n${text}`);
    await setTimeout(seconds * 1000);
  }
}
