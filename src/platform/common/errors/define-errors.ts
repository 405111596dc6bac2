import { DomainError, type ErrorKind } from './domain-error.js';

/** A row of a table of errors. Its functions take the parameters that the error is created with. */
interface ErrorDefinition<P> {
  readonly kind: ErrorKind;
  /** Another kind, for the occurrences for which `when` returns true. */
  readonly otherKind?: { readonly kind: ErrorKind; readonly when: (parameters: P) => boolean };
  /** A short text that is the same for every occurrence. */
  readonly title: string;
  /** A sentence for a person, about this occurrence. */
  readonly detail: string | ((parameters: P) => string);
  /** Members of the problem response, so they must be safe to show to the client. */
  readonly extensions?: (parameters: P) => Readonly<Record<string, unknown>>;
  /** `api` if users of the front ends never see the error, so that it needs no text there. */
  readonly audience?: 'api';
}

type AnyDefinition = ErrorDefinition<never>;

/** An error of a table. */
export interface ErrorEntry {
  /** Stable code for programs: `catalog.out-of-stock`. */
  readonly code: string;
  /** The usual kind first. */
  readonly kinds: readonly ErrorKind[];
  readonly title: string;
  readonly audience: 'api' | 'everyone';
}

/** Parameters of all functions of a definition; `unknown` if there are none. */
type ParametersOf<Definition> = (Definition extends { detail: (parameters: infer P) => string }
  ? P
  : unknown) &
  (Definition extends { extensions: (parameters: infer P) => unknown } ? P : unknown) &
  (Definition extends { otherKind: { when: (parameters: infer P) => boolean } } ? P : unknown);

type CreateError<P> = (...parameters: unknown extends P ? [] : [parameters: P]) => DomainError;

type ErrorTable<Definitions> = {
  readonly [Name in keyof Definitions]: CreateError<ParametersOf<Definitions[Name]>> & ErrorEntry;
};

/**
 * Declares the errors of a room. Each entry of the table is called to create its error:
 * `throw catalogErrors['section-not-empty']({ products: 3 })`. A parameter `cause` becomes the error's cause, which only
 * the log shows.
 *
 * @param prefix first word of the codes
 * @param definitions by the second word of the code
 */
export function defineErrors<const Definitions extends Readonly<Record<string, AnyDefinition>>>(
  prefix: string,
  definitions: Definitions,
): ErrorTable<Definitions> {
  const entries: readonly (readonly [string, ErrorEntry])[] = Object.entries(definitions).map(
    ([name, definition]) => [name, entryOf(`${prefix}.${name}`, definition)],
  );
  return Object.fromEntries(entries) as ErrorTable<Definitions>;
}

/** Returns true if a thrown value is an error of this entry. */
export function isError(error: unknown, { code }: ErrorEntry): error is DomainError {
  return error instanceof DomainError && error.code === code;
}

function entryOf(code: string, definition: AnyDefinition): ErrorEntry {
  const { kind, otherKind, title, audience = 'everyone' } = definition;
  const kinds = otherKind === undefined ? [kind] : [kind, otherKind.kind];
  const entry: ErrorEntry = { code, kinds, title, audience };
  return Object.assign((parameters?: object) => occurrence(code, definition, parameters), entry);
}

function occurrence(code: string, definition: AnyDefinition, parameters: object = {}): DomainError {
  const { kind, otherKind, title, detail, extensions } = definition;
  const input = parameters as never;
  return new DomainError({
    code,
    kind: otherKind?.when(input) === true ? otherKind.kind : kind,
    title,
    detail: typeof detail === 'string' ? detail : detail(input),
    parameters: extensions?.(input),
    cause: 'cause' in parameters ? parameters.cause : undefined,
  });
}
