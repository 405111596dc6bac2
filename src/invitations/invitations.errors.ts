import { toIsoString } from '../platform/common/iso-time.js';
import { defineErrors } from '../platform/common/errors/define-errors.js';

export const invitationErrors = defineErrors('invitations', {
  /** The customer has registered, or has followed an invitation. */
  'has-password': {
    kind: 'conflict',
    title: 'The customer can sign in already',
    detail: 'This customer has a password. A forgotten one is replaced on the sign-in page.',
  },
  suspended: {
    kind: 'conflict',
    title: 'The account is suspended',
    detail: 'A suspended customer cannot be invited. Approve the account first.',
  },
  /** The latest invitation is a few hours old: its mail may not have been read yet. */
  'too-soon': {
    kind: 'conflict',
    title: 'Invited a short while ago',
    detail: ({ againAt }: { againAt: number }) =>
      `The customer was invited a short while ago, and can be invited again at ${toIsoString(againAt)}.`,
    extensions: ({ againAt }: { againAt: number }) => ({ againAt: toIsoString(againAt) }),
  },
  'import-not-found': {
    kind: 'not-found',
    title: 'Import not found',
    detail: 'There is no such import.',
  },
  /** Only customers that an import has added are invited together. */
  'no-customers': {
    kind: 'conflict',
    title: 'No customers to invite',
    detail: 'All customers of this import have been invited, or none was added by it.',
  },
  /** Others have invited some of them, or some have registered, since the number was shown. */
  'count-changed': {
    kind: 'conflict',
    title: 'The number has changed',
    detail: ({ waiting }: { waiting: number }) =>
      `${waiting} customers are still to be invited. Nothing was sent: confirm this number.`,
    extensions: ({ waiting }: { waiting: number }) => ({ waiting }),
  },
});
