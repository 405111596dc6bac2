import type { FastifyInstance, FastifyRequest } from 'fastify';

const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Returns a function that says whether a request has certainly changed nothing: it only reads, or this process has saved
 * nothing since the request arrived. A busy process is thus unsure more often, and never wrong.
 *
 * @param commits number of transactions of this process that were saved, or may have been
 */
export function unchangedRequests(
  server: FastifyInstance,
  commits: () => number,
): (request: FastifyRequest) => boolean {
  const arrivals = new WeakMap<FastifyRequest, number>();
  server.addHook('onRequest', (request, _reply, done) => {
    if (!READING.includes(request.method)) arrivals.set(request, commits());
    done();
  });
  return (request) => READING.includes(request.method) || arrivals.get(request) === commits();
}
