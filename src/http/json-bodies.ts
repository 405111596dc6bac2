import type { FastifyInstance } from 'fastify';

/** The API speaks JSON and nothing else. An empty body is no body, also from a client that calls it JSON. */
export function acceptJsonAlone(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else parse.call(server, request, String(body), done);
  });
}
