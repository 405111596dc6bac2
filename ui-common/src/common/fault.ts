/** What is wrong with a field of a form, in the words of the API: one of a problem's `errors`. */
export interface Fault {
  /** Its name in the request's body. */
  readonly field: string;
  readonly code: string;
}

/** Faults of those fields that are still empty. */
export function missing<Values extends object>(
  values: Values,
  fields: readonly (keyof Values & string)[],
): Fault[] {
  return fields
    .filter((field) => String(values[field] ?? '').trim() === '')
    .map((field) => ({ field, code: 'field.required' }));
}
