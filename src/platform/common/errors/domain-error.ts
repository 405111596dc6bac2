/** The category of a refusal. The problem filter maps each to an HTTP status. */
export type ErrorKind =
  | 'moved'
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

/** An error as it occurred once. */
interface Occurrence {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly title: string;
  readonly detail: string;
  readonly parameters: Readonly<Record<string, unknown>> | undefined;
  readonly cause: unknown;
}

/** A refusal that the domain foresees. Services throw entries of their room's table of errors, never HTTP exceptions. */
export class DomainError extends Error {
  /** Stable code for programs: `catalog.out-of-stock`. */
  readonly code: string;
  readonly kind: ErrorKind;
  /** A short text that is the same for every occurrence. */
  readonly title: string;
  /** Members of the problem response. */
  readonly parameters: Readonly<Record<string, unknown>>;

  constructor({ code, kind, title, detail, parameters = {}, cause }: Occurrence) {
    super(detail);
    this.name = code;
    this.code = code;
    this.kind = kind;
    this.title = title;
    this.parameters = parameters;
    if (cause !== undefined) this.cause = cause;
  }
}
