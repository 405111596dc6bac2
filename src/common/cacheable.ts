import { applyDecorators, Header } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';

/** Gives, of the parameters in an address, the key under which the cache has all that the answer shows. */
export type KeyOfAnswer = (parameters: Readonly<Record<string, string>>) => string;

/**
 * The route's answer is the same for everybody and may be kept, if it is asked for again before each use. Every other
 * answer is `no-store`.
 *
 * @param keyOf where the answer shows one value of the cache, and other values' changes do not concern it
 */
export const PubliclyCacheable = (keyOf?: KeyOfAnswer): MethodDecorator =>
  applyDecorators(
    Header('cache-control', 'public, max-age=0, must-revalidate'),
    ...(keyOf === undefined ? [] : [RouteConfig({ keyOf })]),
  );
