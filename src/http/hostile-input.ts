import type { FastifyInstance } from 'fastify';
import { InvalidRequest } from '../common/common.errors.js';

/** Deeper than any body of the API by far, and shallow enough for every recursive reader of it. */
const MAX_DEPTH = 32;

/**
 * Refuses, for all routes alike, what no database column or recursive function could take: NUL characters, which
 * PostgreSQL has no room for, and JSON nested without end.
 */
export function refuseHostileInput(server: FastifyInstance): void {
  server.addHook('onRequest', async (request) => {
    if (request.url.includes('%00')) throw refusal('url', 'The address');
  });
  server.addHook('preValidation', async (request) => {
    inspectBody(request.body);
  });
}

/**
 * Walks a parsed body level by level, without recursion.
 *
 * @throws InvalidRequest where a name or a text in it holds NUL, or where it is too deep
 */
export function inspectBody(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      throw new InvalidRequest([
        { field: '', code: 'field.depth', message: `The body is nested more than ${MAX_DEPTH} levels deep.` },
      ]);
    }
    level = level.flatMap((value) => childrenOf(value));
  }
}

function childrenOf(value: unknown): unknown[] {
  if (typeof value === 'string' && value.includes('\0')) throw refusal('', 'The body');
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Array.isArray(value) ? value : Object.entries(value).flat();
}

function refusal(field: string, what: string): InvalidRequest {
  return new InvalidRequest([
    { field, code: 'field.null-character', message: `${what} holds a NUL character.` },
  ]);
}
