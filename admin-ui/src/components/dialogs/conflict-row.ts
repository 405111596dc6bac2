/** A field in which two conflicting versions differ, in the user's language. */
export interface ConflictRow {
  readonly label: string;
  /** Value in this edit. */
  readonly mine: string;
  /** Value that is saved now. */
  readonly theirs: string;
  /** True if this edit changed the field. */
  readonly isMine: boolean;
}

/**
 * Returns the fields in which an edit and a newer version differ, or that only the newer version changed.
 *
 * @param seen the version that the edit is based on
 * @param changes the edited fields
 * @param now the version that is saved now
 */
export function conflictingFields<Value extends object, Field extends keyof Value>(
  fields: readonly Field[],
  seen: Value,
  changes: Partial<Value>,
  now: Value,
): Field[] {
  return fields.filter((field) =>
    field in changes ? !isSame(changes[field], now[field]) : !isSame(seen[field], now[field]),
  );
}

/**
 * Returns the fields that an edit and a newer version have both changed, each in another way. Without any, the edit can be
 * saved on top of the newer version: neither loses anything.
 *
 * @param seen the version that the edit is based on
 * @param changes the edited fields, or all of them as they are in the form
 * @param now the version that is saved now
 */
export function overlappingFields<Value extends object, Field extends keyof Value>(
  fields: readonly Field[],
  seen: Value,
  changes: Partial<Value>,
  now: Value,
): Field[] {
  return fields.filter(
    (field) =>
      field in changes &&
      !isSame(changes[field], seen[field]) &&
      !isSame(now[field], seen[field]) &&
      !isSame(changes[field], now[field]),
  );
}

/** Returns true if two values of a field are the same. Lists are if they have the same values in the same order. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
