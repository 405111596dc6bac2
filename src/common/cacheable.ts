import { Header } from '@nestjs/common';

/**
 * The route's answer is the same for everybody and may be kept, if it is asked for again before each use. Every other
 * answer is `no-store`.
 */
export const PubliclyCacheable = (): MethodDecorator =>
  Header('cache-control', 'public, max-age=0, must-revalidate');
