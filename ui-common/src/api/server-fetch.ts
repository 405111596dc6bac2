export type Fetch = (request: Request) => Promise<Response>;

let current: Fetch = () => Promise.reject(new Error('The server has not set how it requests the API.'));

/** Sets how the API client requests responses on the server. */
export function setServerFetch(fetch: Fetch): void {
  current = fetch;
}

/** Requests an API response on the server. */
export const serverFetch: Fetch = (request) => current(request);
