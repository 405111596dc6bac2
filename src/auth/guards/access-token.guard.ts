import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { accessOf } from '../../platform/access/route-access.js';
import { Unauthenticated } from '../auth.errors.js';
import { ActivityTracker } from '../sessions/activity-tracker.js';
import { ACCESS_TOKEN_STRATEGY } from './access-token.strategy.js';

/** Lets nobody through who is not signed in, but for public routes. */
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
    this.activityTracker.note(context.switchToHttp().getRequest<{ user: AuthenticatedUser }>().user.id);
    return true;
  }

  /** @param error what failed, where it is a fault and not merely a token that does not hold */
  override handleRequest<User>(error: Error | null | undefined, user: User | false | null | undefined): User {
    if (error !== null && error !== undefined) throw error;
    if (user === null || user === undefined || user === false) throw new Unauthenticated();
    return user;
  }
}
