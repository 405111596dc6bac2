import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { accessOf } from '../../platform/access/route-access.js';
import { authErrors } from '../auth.errors.js';
import { ActivityTracker } from '../sessions/activity-tracker.js';
import { ACCESS_TOKEN_STRATEGY } from './access-token.strategy.js';

/** Requires a signed-in user on every route that is not public. */
@Injectable()
export class AccessTokenGuard extends AuthGuard(ACCESS_TOKEN_STRATEGY) {
  constructor(
    private readonly reflector: Reflector,
    private readonly activityTracker: ActivityTracker,
  ) {
    super();
  }

  override canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    return accessOf(this.reflector, context) === 'public' || this.isSignedIn(context);
  }

  private async isSignedIn(context: ExecutionContext): Promise<boolean> {
    await super.canActivate(context);
    this.activityTracker.recordRequest(
      context.switchToHttp().getRequest<{ user: AuthenticatedUser }>().user.id,
    );
    return true;
  }

  /** @param error an actual failure, as opposed to an invalid token */
  override handleRequest<User>(error: Error | null | undefined, user: User | false | null | undefined): User {
    if (error !== null && error !== undefined) throw error;
    if (user === null || user === undefined || user === false) throw authErrors.unauthenticated();
    return user;
  }
}
