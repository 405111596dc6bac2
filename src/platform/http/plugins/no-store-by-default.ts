import type { FastifyInstance } from 'fastify';

const CONDITIONAL_METHODS = new Set(['GET', 'HEAD']);

/**
 * Marks every response as `no-store` unless its route declares it cacheable, and every API response to an authenticated
 * request. Only reads are conditional: the ETag plugin would answer 304 to a POST as well.
 */
export function noStoreByDefault(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    if (!CONDITIONAL_METHODS.has(request.method)) delete request.headers['if-none-match'];
    done();
  });
  server.addHook('onSend', (request, reply, _payload, done) => {
    const isAuthenticated = request.headers.authorization !== undefined && request.url.startsWith('/api/');
    if (isAuthenticated || !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done();
  });
}
