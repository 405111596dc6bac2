import { RouteConfig } from '@nestjs/platform-fastify';

const MEMBERS = 'store:route-config';

/**
 * Adds members to a route's configuration, which Fastify passes to hooks. Nest's own decorator would replace the members of
 * other decorators. On a class it does nothing, since Nest configures methods only.
 */
export function routeConfig(members: object): ClassDecorator & MethodDecorator {
  return <T>(target: object, key?: string | symbol, descriptor?: TypedPropertyDescriptor<T>): void => {
    if (key === undefined || typeof descriptor?.value !== 'function') return;
    const handler = descriptor.value;
    const known = Reflect.getMetadata(MEMBERS, handler) as object | undefined;
    const all = { ...known, ...members };
    Reflect.defineMetadata(MEMBERS, all, handler);
    RouteConfig(all)(target, key, descriptor);
  };
}
