import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { accessOf } from '../../platform/access/route-access.js';
import { authErrors } from '../auth.errors.js';

/** Admits the roles that the route names. A route without roles refuses all users. */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = accessOf(this.reflector, context);
    if (access === 'public') return true;
    const { user } = context.switchToHttp().getRequest<{ user: AuthenticatedUser }>();
    if (!access.includes(user.role)) throw authErrors.forbidden();
    return true;
  }
}
