import type { FastifyInstance } from 'fastify';
import { isInjection } from 'light-my-request';
import type { StaysOpen } from '../../realtime/event-stream-route.js';

/** A request whose response was sent, as the log and the metrics see it. */
export interface CompletedRequest {
  readonly requestId: string;
  readonly method: string;
  /** As requested, with its query. */
  readonly url: string;
  /** Pattern of its route; undefined if no route matches. */
  readonly route: string | undefined;
  readonly status: number;
  readonly milliseconds: number;
  /** True if the response had no end of its own, and lasted as long as the client stayed connected. */
  readonly stayedOpen: boolean;
}

/**
 * Adds the request ID to each response, and calls `report` when it has been sent. Requests of the process to itself are part of
 * the request for which it makes them.
 */
export function onRequestCompleted(
  server: FastifyInstance,
  report: (request: CompletedRequest) => void,
): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { url: route, config } = request.routeOptions;
    if (!isInjection(request.raw)) {
      report({
        requestId: request.id,
        method: request.method,
        url: request.originalUrl,
        route,
        status: reply.statusCode,
        milliseconds: reply.elapsedTime,
        stayedOpen: (config as StaysOpen).staysOpen === true,
      });
    }
    done();
  });
}
