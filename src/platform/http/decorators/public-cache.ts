import { applyDecorators, Header } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';

/** Gives, of the parameters in an address, the key under which the cache has all that the answer shows. */
export type KeyOfAnswer = (parameters: Readonly<Record<string, string>>) => string;

/** What the route of an answer that is the same for everybody says of it. */
export interface PublicRoute {
  readonly keyOf: KeyOfAnswer;
}

/** An answer that shows more than one value of the cache changes with all of them. */
const allValues: KeyOfAnswer = () => '';

/**
 * The route's answer is the same for everybody and may be kept, if it is asked for again before each use. Every other
 * answer is `no-store`.
 *
 * @param keyOf where the answer shows one value of the cache, and other values' changes do not concern it
 */
export const PublicCache = (keyOf = allValues): MethodDecorator =>
  applyDecorators(
    Header('cache-control', 'public, max-age=0, must-revalidate'),
    RouteConfig({ keyOf } satisfies PublicRoute),
  );
