import { ApiExtension } from '@nestjs/swagger';
import type { ErrorEntry } from '../../common/errors/define-errors.js';
import { PROBLEM_STATUS } from './problem-status.js';

export const PROBLEMS_EXTENSION = 'x-problems';

/**
 * Declares the errors that are specific to a route. Those that every route of its kind can return (400, 401, 403, 413 …)
 * are added when the OpenAPI document is built.
 */
export function ApiProblems(...errors: readonly ErrorEntry[]): MethodDecorator {
  const codes: Record<number, string[]> = {};
  for (const { code, kinds } of errors) {
    for (const kind of kinds) (codes[PROBLEM_STATUS[kind]] ??= []).push(code);
  }
  return ApiExtension(PROBLEMS_EXTENSION, codes);
}
