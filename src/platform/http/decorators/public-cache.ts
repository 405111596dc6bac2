import { applyDecorators, Header } from '@nestjs/common';
import { routeConfig } from '../../access/route-config.js';
import { ApiHeaders } from './api-headers.js';

/** Maps the path parameters to the cache key of all the data that the response shows. */
export type CacheKeyOf = (parameters: Readonly<Record<string, string>>) => string;

/** Route configuration of a response that is the same for all clients. */
export interface PublicRoute {
  readonly keyOf: CacheKeyOf;
}

/** A response that shows more than one cached value changes with any of them. */
const allValues: CacheKeyOf = () => '';

/**
 * Declares that the route's response is the same for all clients, which may cache it but must revalidate it before each
 * use. Every other response is `no-store`.
 *
 * @param keyOf for a response that shows a single cached value, so that changes of other values do not invalidate it
 */
export const PublicCache = (keyOf = allValues): MethodDecorator =>
  applyDecorators(
    Header('cache-control', 'public, max-age=0, must-revalidate'),
    ApiHeaders('ETag'),
    routeConfig({ keyOf } satisfies PublicRoute),
  );
