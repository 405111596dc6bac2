import type { ErrorKind } from '../../common/errors/domain-error.js';

/** HTTP status of each kind of error. */
export const PROBLEM_STATUS: Readonly<Record<ErrorKind, number>> = {
  moved: 301,
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-media': 415,
  rule: 422,
  limited: 429,
  unavailable: 503,
};
