import { v7, validate } from 'uuid';

/** Returns a new ID: UUID version 7 (RFC 9562). Such IDs sort by creation time and index well. */
export function newId(): string {
  return v7();
}

/**
 * Returns true if a text from outside can be an ID at all; callers treat any other text as not found. IDs are opaque: in
 * capital letters, an ID is a different text, which PostgreSQL would take for the same.
 */
export function isId(text: string): boolean {
  return validate(text) && text === text.toLowerCase();
}
