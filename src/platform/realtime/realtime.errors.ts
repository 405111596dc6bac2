import { DomainError } from '../common/domain-error.js';

/** The user has so many event streams open already, in all windows and devices together. */
export class TooManyStreams extends DomainError {
  readonly code = 'live.too-many-streams';
  readonly kind = 'limited';
  readonly title = 'Too many event streams';

  constructor(most: number) {
    super(`You have ${most} event streams open already. Close some, and try again.`, {
      retryAfterSeconds: 15,
    });
  }
}
