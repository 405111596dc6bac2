import { defineErrors } from '../platform/common/errors/define-errors.js';
import type { SectionRequestStatus, SectionRequestType } from './section-request-rules.js';

interface ChangedSection {
  /** Current version of the section; null if it is deleted. */
  readonly sectionVersion: number | null;
}

export const sectionRequestErrors = defineErrors('section-requests', {
  'not-found': {
    kind: 'not-found',
    title: 'There is no such request',
    detail: 'The section request was not found.',
  },
  /** A shopper requests that a section be deleted. */
  'type-not-allowed': {
    kind: 'forbidden',
    title: 'Request type not allowed',
    detail: ({ requestType }: { requestType: SectionRequestType }) =>
      `Only a store manager or an admin can request "${requestType}".`,
    extensions: ({ requestType }: { requestType: SectionRequestType }) => ({ requestType }),
  },
  /** A request can be decided only once. */
  'already-decided': {
    kind: 'conflict',
    title: 'The request has already been decided',
    detail: ({ requestStatus }: { requestStatus: SectionRequestStatus }) =>
      `The request has already been ${requestStatus}.`,
    extensions: ({ requestStatus }: { requestStatus: SectionRequestStatus }) => ({ requestStatus }),
  },
  /** The section has changed since the request was made. */
  'section-changed': {
    kind: 'conflict',
    title: 'The section has changed since the request was made',
    detail: ({ sectionVersion }: ChangedSection) =>
      sectionVersion === null
        ? 'The section no longer exists. The request can only be rejected.'
        : 'Review the impact of the request again, and approve it with the section version shown there.',
    extensions: ({ sectionVersion }: ChangedSection) => ({ sectionVersion }),
  },
});
