import { DomainError } from '../platform/common/domain-error.js';
import type { SectionRequestStatus, SectionRequestType } from './section-request-rules.js';

/** There is no such request, or it is not the asker's. */
export class SectionRequestNotFound extends DomainError {
  readonly code = 'section-requests.not-found';
  readonly kind = 'not-found';
  readonly title = 'There is no such request';

  constructor() {
    super('The request for a section was not found.');
  }
}

/** A shopper asks for a section to be renamed or deleted. */
export class TypeNotAllowed extends DomainError {
  readonly code = 'section-requests.type-not-allowed';
  readonly kind = 'forbidden';
  readonly title = 'That is not yours to ask';

  constructor(requestType: SectionRequestType) {
    super(`Only a store manager or an admin can ask for "${requestType}".`, { requestType });
  }
}

/** A request is decided once. */
export class AlreadyDecided extends DomainError {
  readonly code = 'section-requests.already-decided';
  readonly kind = 'conflict';
  readonly title = 'The request has already been decided';

  constructor(requestStatus: SectionRequestStatus) {
    super(`The request has already been ${requestStatus}.`, { requestStatus });
  }
}

/** The section is no longer what it was when the request was made. */
export class SectionChanged extends DomainError {
  readonly code = 'section-requests.section-changed';
  readonly kind = 'conflict';
  readonly title = 'The section has changed since the request was made';

  /** @param sectionVersion the section's version now; null where it is gone */
  constructor(sectionVersion: number | null) {
    super(
      sectionVersion === null
        ? 'The section is no longer there. The request can only be rejected.'
        : 'Look at the impact of the request again, and approve with the version of the section that it shows.',
      { sectionVersion },
    );
  }
}
