import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Forbidden } from './auth.errors.js';
import { accessOf } from './route-access.js';
import type { SignedInUser } from './signed-in-user.js';

/** Lets through whom the route names. A route that names nobody is refused to everybody. */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = accessOf(this.reflector, context);
    if (access === 'public') return true;
    const { user } = context.switchToHttp().getRequest<{ user: SignedInUser }>();
    if (!access.includes(user.role)) throw new Forbidden();
    return true;
  }
}
