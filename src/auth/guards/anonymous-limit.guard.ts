import { applyDecorators, Injectable, UseGuards, type ExecutionContext } from '@nestjs/common';
import { Throttle, ThrottlerGuard, type ThrottlerLimitDetail } from '@nestjs/throttler';
import { MINUTE_MS } from '../../platform/common/durations.js';
import { authErrors } from '../auth.errors.js';

const TEN_MINUTES_MS = 10 * MINUTE_MS;

/** Limits requests per address and route, in this process only. Stops floods, but does not protect secrets. */
@Injectable()
export class AnonymousLimitGuard extends ThrottlerGuard {
  protected override throwThrottlingException(
    _: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    return Promise.reject(authErrors['too-many-requests']({ retryAfterSeconds: timeToBlockExpire }));
  }
}

/** Limits the number of calls of a route from one address. */
export const LimitedPerTenMinutes = (limit: number): MethodDecorator =>
  applyDecorators(UseGuards(AnonymousLimitGuard), Throttle({ default: { limit, ttl: TEN_MINUTES_MS } }));
