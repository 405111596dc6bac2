/** NUL, for which PostgreSQL has no room, and half of a surrogate pair, which UTF-8 cannot write. */
const UNWRITABLE = /[\0\p{Surrogate}]/u;

/** Whether both databases can keep a text as it is. */
export function isWritable(text: string): boolean {
  return !UNWRITABLE.test(text);
}
