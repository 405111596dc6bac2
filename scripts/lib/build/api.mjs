import { randomUUID } from 'node:crypto';

/**
 * Asks a store's API for something.
 *
 * @param {string} url
 * @param {string} method
 * @param {string} path below /api/v1
 * @param {{ accessToken?: string, body?: object | FormData }} [more]
 * @returns {Promise<any>} the body of the answer
 * @throws {Error} with the whole answer where it is a refusal
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
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}:\n${text}`);
  return JSON.parse(text);
}
