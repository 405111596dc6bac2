import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Visitor } from '../access/stream-authorizer.js';

/** Who asks for an event stream. */
export interface Listener {
  readonly visitor: Visitor;
  /** The last event that it has, where it was cut off and comes back. */
  readonly lastEventId: string | undefined;
  readonly reply: FastifyReply;
}

/** The listener who sent the request. */
export const CurrentListener = createParamDecorator((_: unknown, context: ExecutionContext): Listener => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest & { user: Visitor }>();
  const lastEventId = request.headers['last-event-id'];
  return {
    visitor: request.user,
    lastEventId: typeof lastEventId === 'string' ? lastEventId : undefined,
    reply: http.getResponse<FastifyReply>(),
  };
});
