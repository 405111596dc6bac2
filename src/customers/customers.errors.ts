import { defineErrors } from '../platform/common/errors/define-errors.js';

export const customerErrors = defineErrors('customers', {
  /** Members of staff are not customers. */
  'not-found': {
    kind: 'not-found',
    title: 'There is no such customer',
    detail: 'No customer has this ID.',
  },
  /** Staff take no orders for a suspended account either. */
  suspended: {
    kind: 'conflict',
    title: 'The customer is suspended',
    detail: 'The account of this customer is suspended and cannot order.',
  },
  'note-not-found': {
    kind: 'not-found',
    title: 'There is no such note',
    detail: 'The note was not found. It may have been removed.',
  },
  /** Admins may remove every note. */
  'note-not-own': {
    kind: 'forbidden',
    title: 'The note is another person’s',
    detail: 'A note can be removed by the person who wrote it, or by an admin.',
  },
  'too-many-notes': {
    kind: 'conflict',
    title: 'Too many notes',
    detail: ({ max }: { max: number }) =>
      `A customer can have at most ${max} notes. Remove one that is no longer needed.`,
    extensions: ({ max }: { max: number }) => ({ max }),
  },
});
