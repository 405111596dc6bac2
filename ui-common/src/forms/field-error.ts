/** A field error in the shape of the API: an entry of a problem's `errors`. */
export interface FieldError {
  /** Field name in the request body. */
  readonly field: string;
  readonly code: string;
}

/** Returns a `field.required` error for each empty field. */
export function missingFields<Values extends object>(
  values: Values,
  fields: readonly (keyof Values & string)[],
): FieldError[] {
  return fields
    .filter((field) => String(values[field] ?? '').trim() === '')
    .map((field) => ({ field, code: 'field.required' }));
}
