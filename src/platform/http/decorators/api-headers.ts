import { ApiExtension } from '@nestjs/swagger';

/** Carries the names to where the OpenAPI document is completed. */
export const HEADERS_EXTENSION = 'x-headers';

/** Headers that only some responses have. */
export type DeclaredHeader = 'Content-Disposition' | 'ETag' | 'Set-Cookie';

/** Declares headers of the route's successful response, besides those of every response. */
export const ApiHeaders = (...names: readonly DeclaredHeader[]): MethodDecorator =>
  ApiExtension(HEADERS_EXTENSION, names);
