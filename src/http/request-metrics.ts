import type { FastifyInstance } from 'fastify';
import type { Histogram } from 'prom-client';
import type { StaysOpen } from '../live/event-stream-route.js';

/** What no route is for, whatever its address. */
const NO_ROUTE = 'none';

/** Measures how long each request takes, but for those whose answer stays open until somebody leaves. */
export function measureRequests(
  server: FastifyInstance,
  durations: Histogram<'method' | 'route' | 'status'>,
): void {
  server.addHook('onResponse', (request, reply, done) => {
    const { url: route = NO_ROUTE, config } = request.routeOptions;
    if ((config as StaysOpen).staysOpen !== true) {
      durations.observe(
        { method: request.method, route, status: reply.statusCode },
        reply.elapsedTime / 1000,
      );
    }
    done();
  });
}
