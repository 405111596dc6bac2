import { defineErrors } from '../platform/common/errors/define-errors.js';

export const savedViewErrors = defineErrors('saved-views', {
  /** Also for a view of another person that is not shared. */
  'not-found': {
    kind: 'not-found',
    title: 'There is no such view',
    detail: 'The view was not found. It may have been deleted, or is no longer shared.',
  },
  'table-not-allowed': {
    kind: 'forbidden',
    title: 'The table is for admins',
    detail: 'Only admins see this table and its views.',
  },
  /** Admins may change and delete every shared view. */
  'not-own': {
    kind: 'forbidden',
    title: 'The view is another person’s',
    detail: 'A shared view can be changed by its owner, or by an admin.',
  },
  'name-taken': {
    kind: 'conflict',
    title: 'The name is taken',
    detail: ({ name }: { name: string }) => `There is already a view named “${name}” of this table.`,
    extensions: ({ name }: { name: string }) => ({ name }),
  },
  'too-many': {
    kind: 'conflict',
    title: 'Too many views',
    detail: ({ max }: { max: number }) =>
      `You can have at most ${max} views of a table. Delete one that you no longer need.`,
    extensions: ({ max }: { max: number }) => ({ max }),
  },
  'too-many-shared': {
    kind: 'conflict',
    title: 'Too many shared views',
    detail: ({ max }: { max: number }) =>
      `A table can have at most ${max} shared views. Delete one that is no longer needed.`,
    extensions: ({ max }: { max: number }) => ({ max }),
  },
});
