import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StreamUser } from '../access/stream-authorizer.js';

/** Who asks for an event stream. */
export interface StreamRequest {
  readonly user: StreamUser;
  /** The last event that it has, where it was cut off and comes back. */
  readonly lastEventId: string | undefined;
  readonly reply: FastifyReply;
}

/** The listener who sent the request. */
export const CurrentStreamRequest = createParamDecorator(
  (_: unknown, context: ExecutionContext): StreamRequest => {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & { user: StreamUser }>();
    const lastEventId = request.headers['last-event-id'];
    return {
      user: request.user,
      lastEventId: typeof lastEventId === 'string' ? lastEventId : undefined,
      reply: http.getResponse<FastifyReply>(),
    };
  },
);
