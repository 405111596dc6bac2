import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Where a request came from, whether or not anybody is signed in. */
export interface Caller {
  readonly requestId: string;
  readonly address: string;
  /** As the browser names itself; empty where it does not. */
  readonly userAgent: string;
}

const LONGEST_USER_AGENT = 300;

/** Where the request came from. */
export const FromCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    requestId: request.id,
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, LONGEST_USER_AGENT),
  };
});
