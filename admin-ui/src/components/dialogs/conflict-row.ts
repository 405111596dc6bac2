/** A field of which the two versions of a conflict differ, in the words of the one who reads it. */
export interface ConflictRow {
  readonly label: string;
  /** What this edit makes of it. */
  readonly mine: string;
  /** What stands there by now. */
  readonly theirs: string;
  /** Whether this edit changed it at all. */
  readonly isMine: boolean;
}

/**
 * The fields that an edit and a newer version disagree about, or that the newer version changed meanwhile.
 *
 * @param seen what the edit was made on
 * @param changes what the edit makes of it
 * @param now what stands there by now
 */
export function conflictingFields<Value extends object, Field extends keyof Value>(
  fields: readonly Field[],
  seen: Value,
  changes: Partial<Value>,
  now: Value,
): Field[] {
  return fields.filter((field) =>
    field in changes ? changes[field] !== now[field] : seen[field] !== now[field],
  );
}
