import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** The origin of a request, signed in or not. */
export interface RequestInfo {
  readonly requestId: string;
  readonly address: string;
  /** The User-Agent header, truncated; empty if the client sends none. */
  readonly userAgent: string;
}

const MAX_USER_AGENT_LENGTH = 300;

/** Injects the origin of the request into a route method. */
export const ReqInfo = createParamDecorator((_: unknown, context: ExecutionContext): RequestInfo => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    requestId: request.id,
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, MAX_USER_AGENT_LENGTH),
  };
});
