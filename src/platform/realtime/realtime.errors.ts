import { defineErrors } from '../common/errors/define-errors.js';

export const realtimeErrors = defineErrors('live', {
  /** The user already has the maximum number of event streams open, across all windows and devices. */
  'too-many-streams': {
    kind: 'limited',
    title: 'Too many event streams',
    detail: ({ max }: { max: number }) =>
      `You have ${max} event streams open already. Close some, and try again.`,
    extensions: () => ({ retryAfterSeconds: 15 }),
  },
});
