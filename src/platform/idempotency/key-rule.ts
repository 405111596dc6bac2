import type { KeyErrors } from './attempt.js';

/** Metadata of the handlers that take a key. */
export const KEY_RULE = 'idempotency:key-rule';

export interface KeyRule {
  readonly isRequired: boolean;
  readonly errors: KeyErrors;
}
