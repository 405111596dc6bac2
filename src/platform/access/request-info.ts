import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Where a request came from, whether or not anybody is signed in. */
export interface RequestInfo {
  readonly requestId: string;
  readonly address: string;
  /** As the browser names itself; empty where it does not. */
  readonly userAgent: string;
}

const MAX_USER_AGENT_LENGTH = 300;

/** Where the request came from. */
export const ReqInfo = createParamDecorator((_: unknown, context: ExecutionContext): RequestInfo => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    requestId: request.id,
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, MAX_USER_AGENT_LENGTH),
  };
});
