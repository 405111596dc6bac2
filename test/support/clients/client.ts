/** What the server answered. The body is JSON where it says so, and else its text. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** What an error looks like: RFC 9457, and the store's own members. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  readonly [parameter: string]: unknown;
}

/** Whoever has an access token. */
export interface Bearer {
  readonly accessToken: string;
}

/** The server is gone, or went while it was working on the request. */
export class NoAnswer extends Error {}

/** The query of an address. What is undefined is left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

interface RequestOptions {
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Speaks to a store's API, as a stranger or as a user. Connections are kept alive. */
export class Client {
  /**
   * @param url of the server, without the API's prefix
   * @param headers sent with every request
   */
  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The same server, spoken to by a user. */
  as({ accessToken }: Bearer): Client {
    return this.with({ authorization: `Bearer ${accessToken}` });
  }

  /** The same server, with these headers on every request. */
  with(headers: Readonly<Record<string, string>>): Client {
    return new Client(this.url, { ...this.headers, ...headers });
  }

  get<Body>(path: string, query: Query = {}): Promise<Answer<Body>> {
    return this.send('GET', path, undefined, { query });
  }

  post<Body>(
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    return this.send('POST', path, body, { headers });
  }

  put<Body>(path: string, body?: object): Promise<Answer<Body>> {
    return this.send('PUT', path, body);
  }

  patch<Body>(path: string, body?: object): Promise<Answer<Body>> {
    return this.send('PATCH', path, body);
  }

  delete<Body>(path: string, body?: object): Promise<Answer<Body>> {
    return this.send('DELETE', path, body);
  }

  /**
   * @param path below /api/v1, or a whole address path beginning with two slashes: `//health/ready`
   * @throws NoAnswer
   */
  async send<Body>(
    method: string,
    path: string,
    body?: object,
    options: RequestOptions = {},
  ): Promise<Answer<Body>> {
    const { response, text } = await this.exchange(this.address(path, options.query ?? {}), {
      method,
      headers: {
        ...this.headers,
        ...options.headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const isJson = /^application\/([\w.-]+\+)?json\b/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      body: (isJson && text !== '' ? JSON.parse(text) : text) as Body,
      headers: response.headers,
    };
  }

  private async exchange(address: string, init: RequestInit): Promise<{ response: Response; text: string }> {
    try {
      const response = await fetch(address, init);
      return { response, text: await response.text() };
    } catch (cause) {
      throw new NoAnswer(`${init.method} ${address} was not answered`, { cause });
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
 * The body of an answer that must have a certain status.
 *
 * @throws Error with the whole answer where it has another
 */
export function bodyOf<Body>(answer: Answer<Body>, status: number): Body {
  if (answer.status !== status) {
    throw new Error(`Expected ${status}, but the answer is ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  return answer.body;
}
