import { v7, validate } from 'uuid';

/** A new id: UUID version 7 (RFC 9562), so that ids sort by the time they were made and index well. */
export function newId(): string {
  return v7();
}

/**
 * Whether a text from outside can be an id at all. What cannot be one is simply not found. Ids are opaque: one in capital
 * letters is another text, which PostgreSQL would take for the same.
 */
export function isId(text: string): boolean {
  return validate(text) && text === text.toLowerCase();
}
