import type { SecurityNotice } from '../../platform/mail/content/mail-kinds.js';

type Change = SecurityNotice['change'];

/** Changes after which a new password keeps out another person who may have made them. */
const MAY_RESET: readonly Change[] = [
  'password-changed',
  'password-reset',
  'email-change-requested',
  'sessions-ended',
  'new-device',
];

type Facts = Partial<Pick<SecurityNotice, 'email' | 'role' | 'device'>>;

/**
 * Builds the data of the mail about a change.
 *
 * @param at time of the change, in milliseconds
 */
export function securityNotice(change: Change, at: number, facts: Facts = {}): SecurityNotice {
  return {
    change,
    at,
    email: null,
    role: null,
    device: null,
    ...facts,
    mayReset: MAY_RESET.includes(change),
  };
}
