/** The category of a refusal. The problem filter maps each to an HTTP status. */
export type ErrorKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'unsupported-media'
  | 'rule'
  | 'limited'
  | 'unavailable';

/** An error in one field of a form, identified by the field's path in the body. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** A refusal that the domain foresees. Services throw these, never HTTP exceptions. */
export abstract class DomainError extends Error {
  /** Stable code for programs: `catalog.out-of-stock`. */
  abstract readonly code: string;
  abstract readonly kind: ErrorKind;
  /** A short text that is the same for every occurrence. */
  abstract readonly title: string;

  /**
   * @param detail a sentence for a person, about this occurrence
   * @param parameters members of the problem response, so they must be safe to show to the client
   */
  constructor(
    detail: string,
    readonly parameters: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.name = new.target.name;
  }
}
