/** What kind of refusal an error is. The problem filter gives each its HTTP status. */
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

/** What is wrong with one field of a form, by the field's path in the body. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** A refusal that the domain foresees. Services throw these and never an HTTP exception. */
export abstract class DomainError extends Error {
  /** Stable, for programs: `catalog.out-of-stock`. */
  abstract readonly code: string;
  abstract readonly kind: ErrorKind;
  /** A few words that are the same for every occurrence. */
  abstract readonly title: string;

  /**
   * @param detail a sentence for a person, about this occurrence
   * @param parameters safe to show to whoever asked: they become members of the problem
   */
  constructor(
    detail: string,
    readonly parameters: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.name = new.target.name;
  }
}
