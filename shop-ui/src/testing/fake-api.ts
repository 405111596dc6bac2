import { vi } from 'vitest';

/** A recorded API request. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Headers;
}

type FakeResponse = Response | Promise<Response>;

/** Replaces fetch and records requests. @param respond returns the response; throws to simulate a network failure */
export function fakeApi(respond: (request: RecordedRequest) => FakeResponse): RecordedRequest[] {
  const requests: RecordedRequest[] = [];
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = new Request(new URL(input instanceof Request ? input.url : input, location.href), init);
    const original = input instanceof Request ? input : request;
    const text = await original.clone().text();
    const recorded: RecordedRequest = {
      method: original.method,
      path: new URL(original.url).pathname.replace('/api/v1', ''),
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
      headers: original.headers,
    };
    requests.push(recorded);
    return respond(recorded);
  });
  return requests;
}

export function problem(status: number, code: string, rest: object = {}): Response {
  return Response.json({ type: 'about:blank', title: code, status, code, ...rest }, { status });
}
