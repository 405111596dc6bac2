import { applyDecorators, Injectable, UseGuards, type ExecutionContext } from '@nestjs/common';
import { Throttle, ThrottlerGuard, type ThrottlerLimitDetail } from '@nestjs/throttler';
import { TooManyRequests } from '../auth.errors.js';

const TEN_MINUTES = 10 * 60_000;

/** Counts requests per address and route, in this process alone: it keeps floods off, and is no protection of secrets. */
@Injectable()
export class AnonymousLimitGuard extends ThrottlerGuard {
  protected override throwThrottlingException(
    _: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    return Promise.reject(new TooManyRequests(timeToBlockExpire));
  }
}

/** How often the route may be called from one address. */
export const LimitedPerTenMinutes = (limit: number): MethodDecorator =>
  applyDecorators(UseGuards(AnonymousLimitGuard), Throttle({ default: { limit, ttl: TEN_MINUTES } }));
