import type { FastifyInstance } from 'fastify';
import { InvalidRequest } from '../../common/common.errors.js';
import { isWritable } from '../../common/text.js';

/** Deeper than any body of the API by far, and shallow enough for every recursive reader of it. */
const MAX_DEPTH = 32;

/**
 * Refuses, for all routes alike, what no database column or recursive function could take: texts that cannot be written
 * to one, and JSON nested without end.
 */
export function guardInput(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    done(request.url.includes('%00') ? refusal('url') : undefined);
  });
  server.addHook('preValidation', (request, _reply, done) => {
    done(faultOf(request.query) ?? faultOf(request.body));
  });
}

function faultOf(input: unknown): Error | undefined {
  if (input === undefined) return undefined;
  try {
    inspect(input);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/**
 * Walks a parsed body or query level by level, without recursion.
 *
 * @throws InvalidRequest where a name or a text in it holds NUL or half of a surrogate pair, where a name is one of
 *   JavaScript's own, or where it is too deep
 */
export function inspect(input: unknown): void {
  let level: unknown[] = [input];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      throw new InvalidRequest([
        { field: '', code: 'field.depth', message: `It is nested more than ${MAX_DEPTH} levels deep.` },
      ]);
    }
    level = level.flatMap((value) => childrenOf(value));
  }
}

function childrenOf(value: unknown): unknown[] {
  if (typeof value === 'string' && !isWritable(value)) throw refusal('');
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  if (Array.isArray(value)) return value;
  const entries = Object.entries(value);
  const reserved = entries.find(([name]) => isReserved(name))?.[0];
  if (reserved !== undefined) {
    throw new InvalidRequest([
      { field: reserved, code: 'field.unknown', message: `Property ${reserved} should not exist.` },
    ]);
  }
  return entries.flat();
}

/** Validation would pass over what every object inherits in silence, where it refuses any other unknown field. */
function isReserved(name: string): boolean {
  return name === 'prototype' || name in Object.prototype;
}

function refusal(field: string): InvalidRequest {
  return new InvalidRequest([
    {
      field,
      code: 'field.unwritable-character',
      message: 'A text holds a NUL character, or half of a character.',
    },
  ]);
}
