import { requestErrors } from '../../common/common.errors.js';
import type { DomainError } from '../../common/errors/domain-error.js';
import { isWritable } from '../../common/text.js';
import {
  MAX_DEPTH,
  MAX_ELEMENTS,
  MAX_MEMBERS,
  MAX_NAME_LENGTH,
  MAX_TEXT_LENGTH,
  MAX_VALUES,
} from './request-limits.js';

/** A value with its path, such as `items.0.quantity`. */
interface Located {
  readonly field: string;
  readonly value: unknown;
}

/**
 * Walks a parsed body or query level by level, without recursion.
 *
 * @throws request.invalid for NUL or half of a surrogate pair in a name or text, for a name that every JavaScript
 *   object has, and beyond the limits of depth, members per object, elements per list, length of names and texts, and
 *   values in all. It names the field, unless that is the whole input
 */
export function inspect(input: unknown): void {
  let level: Located[] = [{ field: '', value: input }];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH)
      throw refusal('', 'depth', `The request must be nested at most ${MAX_DEPTH} levels deep.`);
    values += level.length;
    if (values > MAX_VALUES)
      throw refusal('', 'too-many', `The request must have at most ${MAX_VALUES} values.`);
    level = level.flatMap((located) => childrenOf(located));
  }
}

function childrenOf({ field, value }: Located): Located[] {
  if (typeof value === 'string') {
    assertText(field, value);
    return [];
  }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  if (Array.isArray(value)) {
    if (value.length > MAX_ELEMENTS)
      throw refusal(field, 'too-many', `${subject(field)} must contain at most ${MAX_ELEMENTS} elements.`);
    return value.map((element: unknown, i) => ({ field: join(field, String(i)), value: element }));
  }
  const entries = Object.entries(value);
  if (entries.length > MAX_MEMBERS)
    throw refusal(field, 'too-many', `${subject(field)} must have at most ${MAX_MEMBERS} members.`);
  return entries.map(([name, member]: [string, unknown]) => {
    assertName(field, name);
    return { field: join(field, name), value: member };
  });
}

function assertText(field: string, text: string): void {
  if (text.length > MAX_TEXT_LENGTH)
    throw refusal(field, 'too-long', `${subject(field)} must have at most ${MAX_TEXT_LENGTH} characters.`);
  if (!isWritable(text)) throw unwritableText(field);
}

function assertName(parent: string, name: string): void {
  if (name.length > MAX_NAME_LENGTH)
    throw refusal(parent, 'too-long', `Names of members must have at most ${MAX_NAME_LENGTH} characters.`);
  if (!isWritable(name)) throw unwritableText(parent);
  if (isReserved(name)) throw refusal(join(parent, name), 'unknown', `${name} should not exist.`);
}

/** Returns the error for text that no database column can store. */
export function unwritableText(field: string): DomainError {
  return refusal(
    field,
    'unwritable-character',
    `${field === '' ? 'Text' : field} must not contain NUL characters or unpaired surrogates.`,
  );
}

/** Returns a `request.invalid` with one error. */
export function refusal(field: string, code: string, message: string): DomainError {
  return requestErrors.invalid({ errors: [{ field, code: `field.${code}`, message }] });
}

/** True for names that every object inherits: validation silently ignores them, unlike other unknown fields. */
function isReserved(name: string): boolean {
  return name === 'prototype' || name in Object.prototype;
}

function join(parent: string, name: string): string {
  return parent === '' ? name : `${parent}.${name}`;
}

function subject(field: string): string {
  return field === '' ? 'The request' : field;
}
