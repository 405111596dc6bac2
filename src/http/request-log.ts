import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

const MAX_LENGTH = 256;

/** One line for each request. Never its query, headers, cookies or body: they may hold what is nobody's business. */
export function logRequests(server: FastifyInstance, pino: Logger): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  if (!pino.isLevelEnabled('info')) return;
  server.addHook('onResponse', (request, reply, done) => {
    pino.info(
      {
        requestId: request.id,
        method: request.method,
        path: request.originalUrl.split('?', 1)[0]?.slice(0, MAX_LENGTH),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    done();
  });
}
