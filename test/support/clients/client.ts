import { expectAsDescribed } from '../assertions/api-contract.js';

/** A response. The body is parsed if it is JSON, and text otherwise. */
export interface ApiResponse<Body = unknown> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** An error response: RFC 9457 with the store's own members. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  readonly [parameter: string]: unknown;
}

/** A user with an access token. */
export interface Bearer {
  readonly accessToken: string;
}

/** Thrown if the server does not respond, or stops while it processes the request. */
export class NoResponseError extends Error {}

/** Query parameters. Undefined ones are left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

interface RequestOptions {
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A client of a store's API, anonymous or as a user. Connections are kept alive. */
export class Client {
  /**
   * @param url of the server, without the API's prefix
   * @param headers sent with every request
   */
  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** Returns a client that is authenticated as a user. */
  as({ accessToken }: Bearer): Client {
    return this.with({ authorization: `Bearer ${accessToken}` });
  }

  /** Returns a client that sends these headers with every request. */
  with(headers: Readonly<Record<string, string>>): Client {
    return new Client(this.url, { ...this.headers, ...headers });
  }

  get<Body>(path: string, query: Query = {}): Promise<ApiResponse<Body>> {
    return this.send('GET', path, undefined, { query });
  }

  post<Body>(
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<ApiResponse<Body>> {
    return this.send('POST', path, body, { headers });
  }

  put<Body>(path: string, body?: object): Promise<ApiResponse<Body>> {
    return this.send('PUT', path, body);
  }

  patch<Body>(path: string, body?: object): Promise<ApiResponse<Body>> {
    return this.send('PATCH', path, body);
  }

  delete<Body>(path: string, body?: object): Promise<ApiResponse<Body>> {
    return this.send('DELETE', path, body);
  }

  /**
   * Sends a request.
   *
   * @param path below /api/v1, or a full URL path with two leading slashes: `//health/ready`
   * @throws {NoResponseError}
   */
  async send<Body>(
    method: string,
    path: string,
    body?: object,
    options: RequestOptions = {},
  ): Promise<ApiResponse<Body>> {
    const address = this.address(path, options.query ?? {});
    const { response, text } = await this.exchange(address, {
      method,
      headers: {
        ...this.headers,
        ...options.headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const isJson = /^application\/([\w.-]+\+)?json\b/.test(response.headers.get('content-type') ?? '');
    const { status, headers } = response;
    const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : text;
    if (isJson && text !== '') expectAsDescribed(method, new URL(address).pathname, status, parsed);
    return { status, body: parsed as Body, headers };
  }

  private async exchange(url: string, init: RequestInit): Promise<{ response: Response; text: string }> {
    try {
      const response = await fetch(url, init);
      return { response, text: await response.text() };
    } catch (cause) {
      throw new NoResponseError(`${init.method} ${url}: no response`, { cause });
    }
  }

  private address(path: string, query: Query): string {
    const address = new URL(path.startsWith('//') ? this.url + path.slice(1) : `${this.url}/api/v1${path}`);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) address.searchParams.set(name, String(value));
    }
    return address.href;
  }
}

/**
 * Returns the body of a response that must have the given status.
 *
 * @throws {Error} with the whole response if it has another status
 */
export function bodyOf<Body>(response: ApiResponse<Body>, status: number): Body {
  if (response.status !== status) {
    throw new Error(`Expected ${status}, got ${response.status}: ${JSON.stringify(response.body)}`);
  }
  return response.body;
}
