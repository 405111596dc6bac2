import {
  applyDecorators,
  createParamDecorator,
  SetMetadata,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { AuthenticatedUser } from './authenticated-user.js';
import { ROLES, type Role } from './roles.js';

export const PUBLIC = 'auth:public';
export const ALLOWED_ROLES = 'auth:roles';

/** Anyone may call the route, signed in or not. A route with neither this nor {@link Roles} is refused to everybody. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);

/** Only these roles may call the route. */
export const Roles = (...roles: readonly Role[]): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(ALLOWED_ROLES, roles), ApiBearerAuth());

/** Whoever is signed in may call the route. */
export const SignedIn = (): ClassDecorator & MethodDecorator => Roles(...ROLES);

/** The user who sent the request. */
export const CurrentUser = createParamDecorator(
  (_: unknown, context: ExecutionContext): AuthenticatedUser =>
    context.switchToHttp().getRequest<{ user: AuthenticatedUser }>().user,
);
