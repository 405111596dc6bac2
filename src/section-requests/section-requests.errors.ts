import { DomainError } from '../platform/common/domain-error.js';
import type { SectionRequestStatus, SectionRequestType } from './section-request-rules.js';

/** The request does not exist. */
export class SectionRequestNotFound extends DomainError {
  readonly code = 'section-requests.not-found';
  readonly kind = 'not-found';
  readonly title = 'There is no such request';

  constructor() {
    super('The section request was not found.');
  }
}

/** A shopper requests that a section be renamed or deleted. */
export class TypeNotAllowed extends DomainError {
  readonly code = 'section-requests.type-not-allowed';
  readonly kind = 'forbidden';
  readonly title = 'Request type not allowed';

  constructor(requestType: SectionRequestType) {
    super(`Only a store manager or an admin can request "${requestType}".`, { requestType });
  }
}

/** A request can be decided only once. */
export class AlreadyDecided extends DomainError {
  readonly code = 'section-requests.already-decided';
  readonly kind = 'conflict';
  readonly title = 'The request has already been decided';

  constructor(requestStatus: SectionRequestStatus) {
    super(`The request has already been ${requestStatus}.`, { requestStatus });
  }
}

/** The section has changed since the request was made. */
export class SectionChanged extends DomainError {
  readonly code = 'section-requests.section-changed';
  readonly kind = 'conflict';
  readonly title = 'The section has changed since the request was made';

  /** @param sectionVersion current version of the section; null if it is deleted */
  constructor(sectionVersion: number | null) {
    super(
      sectionVersion === null
        ? 'The section no longer exists. The request can only be rejected.'
        : 'Review the impact of the request again, and approve it with the section version shown there.',
      { sectionVersion },
    );
  }
}
