import type { FastifyInstance } from 'fastify';

const CONDITIONAL_METHODS = new Set(['GET', 'HEAD']);

/**
 * What no route has declared cacheable is kept by nobody, and neither is any API answer to a request that says who is
 * asking. Only reads are conditional: the ETag plug-in would answer 304 to a POST as well.
 */
export function noStoreByDefault(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    if (!CONDITIONAL_METHODS.has(request.method)) delete request.headers['if-none-match'];
    done();
  });
  server.addHook('onSend', (request, reply, _payload, done) => {
    const personal = request.headers.authorization !== undefined && request.url.startsWith('/api/');
    if (personal || !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done();
  });
}
