import { vi } from 'vitest';

/** What was asked of the API. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Headers;
}

type Answer = Response | Promise<Response>;

/** Stands in for the network. @param answer what the API says to each request; what it throws is a network that failed */
export function fakeApi(answer: (asked: Asked) => Answer): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = new Request(new URL(input instanceof Request ? input.url : input, location.href), init);
    const original = input instanceof Request ? input : request;
    const text = await original.clone().text();
    const one: Asked = {
      method: original.method,
      path: new URL(original.url).pathname.replace('/api/v1', ''),
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
      headers: original.headers,
    };
    asked.push(one);
    return answer(one);
  });
  return asked;
}

export function problem(status: number, code: string, rest: object = {}): Response {
  return Response.json({ type: 'about:blank', title: code, status, code, ...rest }, { status });
}
