import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const PROBLEMS_EXTENSION = 'x-problems';

/**
 * Names the problems of a route that are its own: HTTP status to stable codes. What every route of its kind can answer
 * (400, 401, 403, 413, 429 …) is added for all of them when the API's description is made.
 */
export function ApiProblems(problems: Readonly<Record<number, readonly string[]>>): MethodDecorator {
  return applyDecorators(ApiExtension(PROBLEMS_EXTENSION, problems));
}
