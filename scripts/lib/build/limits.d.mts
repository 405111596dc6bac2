/** Limits of a field, by keyword of JSON Schema. */
type Limits = Readonly<Record<string, number | string>>;

/**
 * Returns the limits of all fields that have any: by schema and property, and by operation and query parameter.
 *
 * @param description OpenAPI document
 */
export function limitsOf(description: object): Readonly<Record<string, Readonly<Record<string, Limits>>>>;
