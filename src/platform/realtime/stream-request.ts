import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StreamUser } from '../access/stream-authorizer.js';

/** A request for an event stream. */
export interface StreamRequest {
  readonly user: StreamUser;
  /** ID of the last event that the client received; sent when it reconnects. */
  readonly lastEventId: string | undefined;
  readonly reply: FastifyReply;
}

/** Injects the current request as a {@link StreamRequest}. */
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
