import type { FastifyInstance } from 'fastify';
import type { StaysOpen } from '../../realtime/event-stream-route.js';

/** A request that has its answer, as the log and the metrics see it. */
export interface CompletedRequest {
  readonly requestId: string;
  readonly method: string;
  /** As it was asked for, with its query. */
  readonly url: string;
  /** The pattern of its route; undefined where no route is for it. */
  readonly route: string | undefined;
  readonly status: number;
  readonly milliseconds: number;
  /** Whether the answer had no end of its own, and took as long as somebody listened. */
  readonly stayedOpen: boolean;
}

/** Gives each answer its request's id, and tells of it when it is sent. */
export function onRequestCompleted(
  server: FastifyInstance,
  tell: (answered: CompletedRequest) => void,
): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { url: route, config } = request.routeOptions;
    tell({
      requestId: request.id,
      method: request.method,
      url: request.originalUrl,
      route,
      status: reply.statusCode,
      milliseconds: reply.elapsedTime,
      stayedOpen: (config as StaysOpen).staysOpen === true,
    });
    done();
  });
}
