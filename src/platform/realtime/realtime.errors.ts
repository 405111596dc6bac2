import { DomainError } from '../common/domain-error.js';

/** The user already has the maximum number of event streams open, across all windows and devices. */
export class TooManyStreams extends DomainError {
  readonly code = 'live.too-many-streams';
  readonly kind = 'limited';
  readonly title = 'Too many event streams';

  constructor(max: number) {
    super(`You have ${max} event streams open already. Close some, and try again.`, {
      retryAfterSeconds: 15,
    });
  }
}
