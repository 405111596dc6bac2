import type { FastifyInstance } from 'fastify';

/** Names the charset of HTML pages that do not, which are those of packages. */
export function addHtmlCharset(server: FastifyInstance): void {
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (reply.getHeader('content-type') === 'text/html') reply.type('text/html; charset=utf-8');
    done();
  });
}
