import type { OpenAPIObject } from '@nestjs/swagger';
import { HEADERS_EXTENSION, type DeclaredHeader } from '../platform/http/decorators/api-headers.js';
import { mapOperations, type Operation, type Response } from './document.js';

type Header = NonNullable<NonNullable<OpenAPIObject['components']>['headers']>[string];
type HeaderName = DeclaredHeader | 'Cache-Control' | 'Location' | 'Retry-After' | 'X-Request-Id';

const HEADERS: Readonly<Record<HeaderName, Header>> = {
  'Cache-Control': {
    description: 'Whether the response may be cached. Responses to a signed-in user never may.',
    schema: { type: 'string', example: 'no-store' },
  },
  'Content-Disposition': {
    description: 'Name of the file.',
    schema: { type: 'string', example: 'attachment; filename="products.csv"' },
  },
  ETag: {
    description:
      'Version of the response. A request that sends it as If-None-Match gets 304 while it is current.',
    schema: { type: 'string', example: '"t1dVfR3Yt0Hq0m8dVxT1Wc5c5lY"' },
  },
  Location: {
    description: 'Current path of the resource.',
    schema: { type: 'string', example: '/api/v1/sections/vegetables' },
  },
  'Retry-After': {
    description: 'Seconds after which to try again.',
    schema: { type: 'integer', minimum: 0, example: 5 },
  },
  'Set-Cookie': {
    description: 'Sets or clears the cookie of the session.',
    schema: { type: 'string', example: 'refresh_token=…; Path=/api/v1/auth; HttpOnly; SameSite=Strict' },
  },
  'X-Request-Id': {
    description: 'ID of the request in the log: the client’s own X-Request-Id if it sent a valid one.',
    schema: { type: 'string', maxLength: 64, example: 'web-7f3a91' },
  },
};

/** Headers of every response. */
const ALWAYS: readonly HeaderName[] = ['X-Request-Id', 'Cache-Control'];

/** Headers of responses with a status, of any operation. */
const BY_STATUS: Readonly<Record<string, readonly HeaderName[]>> = {
  301: ['Location'],
  429: ['Retry-After'],
  503: ['Retry-After'],
};

/** Describes the headers of every response, and the response to a request that knows the current version. */
export function withHeaders(document: OpenAPIObject): OpenAPIObject {
  const described = mapOperations(document, describe);
  return { ...described, components: { ...described.components, headers: HEADERS } };
}

function describe(operation: Operation): Operation {
  const { [HEADERS_EXTENSION]: declared = [], ...rest } = operation as Operation & {
    [HEADERS_EXTENSION]?: readonly DeclaredHeader[];
  };
  const notModified = declared.includes('ETag') ? { 304: { description: 'The version is current' } } : {};
  const responses = Object.entries({ ...rest.responses, ...notModified }).map(([status, response]) => {
    const own = /^[23]/.test(status) && status !== '301' ? declared : [];
    return [
      status,
      withNames(response as Response | undefined, [...ALWAYS, ...(BY_STATUS[status] ?? []), ...own]),
    ] as const;
  });
  return { ...rest, responses: Object.fromEntries(responses) };
}

function withNames(response: Response | undefined, names: readonly HeaderName[]): Response | undefined {
  if (response === undefined || '$ref' in response) return response;
  const references = names.map((name) => [name, { $ref: `#/components/headers/${name}` }] as const);
  return { ...response, headers: Object.fromEntries(references) };
}
