import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { AuthenticatedUser } from '../access/authenticated-user.js';
import { requestErrors } from '../common/common.errors.js';
import type { DomainError } from '../common/errors/domain-error.js';

/** The errors of a key. Checkouts have had their own for longer. */
export interface KeyErrors {
  readonly invalid: () => DomainError;
  readonly reused: () => DomainError;
  readonly underWay: () => DomainError;
}

export const KEY_ERRORS: KeyErrors = {
  invalid: () => requestErrors['idempotency-key-invalid'](),
  reused: () => requestErrors['idempotency-key-reused'](),
  underWay: () => requestErrors['still-under-way'](),
};

/** A client's attempt at an operation that must happen once. */
export interface Attempt {
  readonly userId: string;
  readonly key: string;
  /** Method and route: `POST /api/v1/orders`. */
  readonly operation: string;
  /** See {@link hashOf}. */
  readonly bodyHash: string;
  readonly errors: KeyErrors;
}

/** The parts of a request that its attempt is made of. */
export type KeyedRequest = Pick<FastifyRequest, 'headers' | 'method' | 'params' | 'query'> & {
  readonly routeOptions: { readonly url?: string | undefined };
  readonly user?: unknown;
};

/**
 * Returns the attempt of a signed-in user's request; undefined if it has no key.
 *
 * @param body what the request contains besides its URL
 * @throws the error of a key that does not have 1 to 255 printable ASCII characters
 */
export function attemptOf(
  request: KeyedRequest,
  body: unknown,
  errors: KeyErrors = KEY_ERRORS,
): Attempt | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(key)) throw errors.invalid();
  const { id: userId } = request.user as AuthenticatedUser;
  const operation = `${request.method} ${request.routeOptions.url ?? ''}`;
  return { userId, key, operation, bodyHash: hashOf(contentOf(request, body)), errors };
}

/** Path and query count if there are any: a request without them is known by its body alone. */
function contentOf({ params, query }: KeyedRequest, body: unknown): unknown {
  const [path, search] = [params ?? {}, query ?? {}] as [object, object];
  const hasNone = Object.keys(path).length === 0 && Object.keys(search).length === 0;
  return hasNone ? body : { path, search, body };
}

/** Returns the same hash for equal contents, regardless of the order of their fields. */
export function hashOf(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}
