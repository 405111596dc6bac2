import { routeConfig } from '../../access/route-config.js';

/** Part of a route's configuration, as Fastify passes it to hooks. */
export interface BulkConfig {
  /** True if the route accepts a large JSON body. */
  readonly isBulk?: boolean;
}

/** Lets a route accept a large JSON body, because it changes many things at once. */
export const AcceptsBulk = (): MethodDecorator => routeConfig({ isBulk: true } satisfies BulkConfig);
