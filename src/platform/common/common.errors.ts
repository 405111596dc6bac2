import { DomainError, type FieldError } from './domain-error.js';

/** The request does not have the form that the API describes. */
export class InvalidRequest extends DomainError {
  readonly code = 'request.invalid';
  readonly kind = 'malformed';
  readonly title = 'The request is malformed';

  constructor(errors: readonly FieldError[], detail = 'See the errors of each field.') {
    super(detail, { errors });
  }
}

/** A field breaks a rule that only the store's own data can check. */
export class RuleViolation extends DomainError {
  readonly code = 'request.rule-broken';
  readonly kind = 'rule';
  readonly title = 'A rule is broken';

  constructor(errors: readonly FieldError[], detail = errors.map((error) => error.message).join(' ')) {
    super(detail, { errors });
  }
}

/** The edit was made on a version that is no longer the newest: someone else saved first. */
export class StaleVersion extends DomainError {
  readonly code = 'request.stale-version';
  readonly kind = 'conflict';
  readonly title = 'Someone else saved first';

  constructor(currentVersion: number) {
    super('It has changed since you looked at it. Load it again and repeat your change.', { currentVersion });
  }
}
