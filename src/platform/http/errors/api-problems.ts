import { ApiExtension } from '@nestjs/swagger';
import type { ErrorEntry } from '../../common/errors/define-errors.js';
import { PROBLEM_STATUS } from './problem-status.js';

export const PROBLEMS_EXTENSION = 'x-problems';

/** HTTP status to codes. Replaced by entries; exports and imports still use it. */
type CodesByStatus = Readonly<Record<number, readonly string[]>>;

/**
 * Declares the errors that are specific to a route. Those that every route of its kind can return (400, 401, 403, 413 …)
 * are added when the OpenAPI document is built.
 */
export function ApiProblems(...errors: readonly (ErrorEntry | CodesByStatus)[]): MethodDecorator {
  const codes: Record<number, string[]> = {};
  const add = (status: number, code: string): unknown => (codes[status] ??= []).push(code);
  for (const error of errors) {
    if (isEntry(error)) error.kinds.forEach((kind) => add(PROBLEM_STATUS[kind], error.code));
    else Object.entries(error).forEach(([status, list]) => list.forEach((code) => add(Number(status), code)));
  }
  return ApiExtension(PROBLEMS_EXTENSION, codes);
}

function isEntry(error: ErrorEntry | CodesByStatus): error is ErrorEntry {
  return 'kinds' in error;
}
