import type { FastifyInstance } from 'fastify';
import { requestErrors } from '../../common/common.errors.js';
import type { DomainError } from '../../common/errors/domain-error.js';
import { isWritable } from '../../common/text.js';

/** Far deeper than any body of the API, and shallow enough for every recursive function that reads it. */
const MAX_DEPTH = 32;

/**
 * Far more than any body of the API has. Validation looks each member up among all members of its object, so that its cost
 * grows with their square.
 */
const MAX_MEMBERS = 100;
const MAX_ELEMENTS = 1000;
const MAX_VALUES = 20_000;

/**
 * Rejects, on all routes and before anything else reads it, input that cannot be handled or would cost too much: texts that no
 * database column can store, and JSON that is too deep, too wide or too long.
 */
export function guardInput(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    done(request.url.includes('%00') ? unwritableText('url') : undefined);
  });
  server.addHook('preValidation', (request, _reply, done) => {
    done(errorIn(request.query) ?? errorIn(request.body));
  });
}

function errorIn(input: unknown): Error | undefined {
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
 * @throws request.invalid for NUL or half of a surrogate pair in a name or text, for a name that every JavaScript
 *   object has, and beyond the limits of depth, members per object, elements per list, and values in all
 */
export function inspect(input: unknown): void {
  let level: unknown[] = [input];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      throw requestErrors.invalid({
        errors: [
          { field: '', code: 'field.depth', message: `It is nested more than ${MAX_DEPTH} levels deep.` },
        ],
      });
    }
    values += level.length;
    if (values > MAX_VALUES) throw tooMany(`The request has more than ${MAX_VALUES} values.`);
    level = level.flatMap((value) => childrenOf(value));
  }
}

function childrenOf(value: unknown): unknown[] {
  if (typeof value === 'string' && !isWritable(value)) throw unwritableText('');
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  if (Array.isArray(value)) {
    if (value.length > MAX_ELEMENTS) throw tooMany(`A list may have at most ${MAX_ELEMENTS} elements.`);
    return value;
  }
  const entries = Object.entries(value);
  if (entries.length > MAX_MEMBERS) throw tooMany(`An object may have at most ${MAX_MEMBERS} members.`);
  const reserved = entries.find(([name]) => isReserved(name))?.[0];
  if (reserved !== undefined) {
    throw requestErrors.invalid({
      errors: [{ field: reserved, code: 'field.unknown', message: `Property ${reserved} should not exist.` }],
    });
  }
  return entries.flat();
}

/** True for names that every object inherits: validation silently ignores them, unlike other unknown fields. */
function isReserved(name: string): boolean {
  return name === 'prototype' || name in Object.prototype;
}

function tooMany(message: string): DomainError {
  return requestErrors.invalid({ errors: [{ field: '', code: 'field.too-many', message }] });
}

function unwritableText(field: string): DomainError {
  return requestErrors.invalid({
    errors: [
      {
        field,
        code: 'field.unwritable-character',
        message: 'Text must not contain NUL characters or unpaired surrogates.',
      },
    ],
  });
}
