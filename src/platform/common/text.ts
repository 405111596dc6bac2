/** NUL, which PostgreSQL cannot store, and lone surrogates, which UTF-8 cannot encode. */
const UNWRITABLE = /[\0\p{Surrogate}]/u;

/** Returns true if both databases can store a text unchanged. */
export function isWritable(text: string): boolean {
  return !UNWRITABLE.test(text);
}
