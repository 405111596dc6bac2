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
import { routeConfig } from './route-config.js';

export const PUBLIC = 'auth:public';
export const ALLOWED_ROLES = 'auth:roles';

/** Lets anyone call the route, signed in or not. A route with neither this nor {@link Roles} refuses every caller. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);

/** Part of a route's configuration, as Fastify passes it to hooks. */
export interface AccessConfig {
  /** True for a route with {@link Roles} or {@link SignedIn}. */
  readonly isForSignedIn?: boolean;
}

/** Restricts the route to these roles. */
export const Roles = (...roles: readonly Role[]): ClassDecorator & MethodDecorator =>
  applyDecorators(
    SetMetadata(ALLOWED_ROLES, roles),
    routeConfig({ isForSignedIn: true } satisfies AccessConfig),
    ApiBearerAuth(),
  );

/** Lets any signed-in user call the route. */
export const SignedIn = (): ClassDecorator & MethodDecorator => Roles(...ROLES);

/** Injects the user who sent the request into a route method. */
export const CurrentUser = createParamDecorator(
  (_: unknown, context: ExecutionContext): AuthenticatedUser =>
    context.switchToHttp().getRequest<{ user: AuthenticatedUser }>().user,
);
