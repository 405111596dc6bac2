import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { requestId } from '../observability/request-id.js';
import { MALFORMED, type EarlyResponses } from './connection-errors.js';

/** A name, an IPv4 address or an IPv6 address in brackets, and a port (RFC 9110, 7.2). */
const HOST = /^(?:\[[\da-f:.]{2,45}\]|[\w.~!$&'()*+,;=%-]{1,255})(?::\d{1,5})?$/i;

/**
 * Refuses requests with several Host headers or an invalid one: two programs on their way could understand them differently.
 * Also responds to what Node would answer itself, without any of the store's headers. Call it after all other listeners of
 * requests are set.
 */
export function refuseInvalidHosts(server: FastifyInstance, early: EarlyResponses): void {
  const [handle] = server.server.listeners('request') as [RequestListener];
  server.server.off('request', handle);
  server.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const detail = hostErrorOf(request);
    if (detail === undefined) handle(request, response);
    else early.send(response, { ...MALFORMED, detail }, requestId(request));
  });
  server.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const problem = {
      status: 417,
      code: 'request.expectation-failed',
      title: 'The expectation cannot be met',
      detail: 'The only expectation that the server knows is 100-continue.',
    };
    early.send(response, problem, requestId(request));
  });
}

/** HTTP/1.0 needs no Host. Node keeps only the first of several in `headers`. */
function hostErrorOf({ rawHeaders, httpVersion }: IncomingMessage): string | undefined {
  const hosts: string[] = [];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') hosts.push(rawHeaders[i + 1] ?? '');
  }
  const [host] = hosts;
  if (host === undefined) return httpVersion === '1.0' ? undefined : 'The Host header is missing.';
  if (hosts.length > 1) return 'A request has one Host header only.';
  return HOST.test(host) ? undefined : 'The Host header is not valid.';
}
