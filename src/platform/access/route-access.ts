import type { ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { ALLOWED_ROLES, PUBLIC } from './access.decorators.js';
import type { Role } from './roles.js';

/**
 * Returns who may call a route: anyone, some roles, or no one if the route declares nothing. The method overrides its
 * class, and roles override a contradicting `@Public()`.
 */
export function accessOf(reflector: Reflector, context: ExecutionContext): 'public' | readonly Role[] {
  for (const target of [context.getHandler(), context.getClass()]) {
    const roles = reflector.get<readonly Role[] | undefined>(ALLOWED_ROLES, target);
    if (roles !== undefined) return roles;
    if (reflector.get<boolean | undefined>(PUBLIC, target) === true) return 'public';
  }
  return [];
}
