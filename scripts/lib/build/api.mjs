import { randomUUID } from 'node:crypto';

/**
 * Sends a request to a store's API.
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
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      ...(accessToken && { authorization: `Bearer ${accessToken}` }),
      ...(body && { 'idempotency-key': randomUUID() }),
      ...(body && !isForm && { 'content-type': 'application/json' }),
    },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} returned ${response.status}:\n${text}`);
  return JSON.parse(text);
}
