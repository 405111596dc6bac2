import { Injectable, type ExecutionContext } from '@nestjs/common';
import { normalizeIp, ThrottlerGuard, type ThrottlerLimitDetail } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';
import type { AuthenticatedUser } from '../../access/authenticated-user.js';
import type { ErrorEntry } from '../../common/errors/define-errors.js';
import type { DomainError } from '../../common/errors/domain-error.js';
import { REQUEST_LIMITS, type RequestLimitName } from '../../config/request-limits.js';

export const REQUEST_LIMIT = 'http:request-limit';

/** An entry of a table of errors that says when to try again. */
export type LimitError = ErrorEntry & ((parameters: { retryAfterSeconds: number }) => DomainError);

/** The limit of a route, as its decorator declares it. */
export interface DeclaredLimit {
  readonly name: RequestLimitName;
  readonly error: LimitError;
  /** True to count only requests with search words. */
  readonly isSearch?: boolean;
}

type LimitedRequest = FastifyRequest & { readonly user?: AuthenticatedUser };

/** Returns the limit that a route declares. */
export function limitOf(context: ExecutionContext): DeclaredLimit {
  return Reflect.getMetadata(REQUEST_LIMIT, context.getHandler()) as DeclaredLimit;
}

/** Returns whose requests are counted together: the account, or the address, where a /64 of IPv6 is one. */
export function callerOf(request: LimitedRequest, { name }: DeclaredLimit): string {
  const { per } = REQUEST_LIMITS[name];
  return per === 'account' && request.user !== undefined ? request.user.id : normalizeIp(request.ip);
}

/** Refuses requests beyond the limit of their route with 429. It runs after authentication. */
@Injectable()
export class RequestLimitGuard extends ThrottlerGuard {
  protected override shouldSkip(context: ExecutionContext): Promise<boolean> {
    const { q = '' } = context.switchToHttp().getRequest<LimitedRequest>().query as { q?: unknown };
    return Promise.resolve(limitOf(context).isSearch === true && q === '');
  }

  protected override throwThrottlingException(
    context: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    const { error } = limitOf(context);
    return Promise.reject(error({ retryAfterSeconds: Math.max(1, timeToBlockExpire) }));
  }
}
