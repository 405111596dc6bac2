import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const PROBLEMS_EXTENSION = 'x-problems';

/**
 * Declares the problems that are specific to a route: HTTP status to stable codes. The problems that every route of its
 * kind can return (400, 401, 403, 413, 429 …) are added when the OpenAPI document is built.
 */
export function ApiProblems(problems: Readonly<Record<number, readonly string[]>>): MethodDecorator {
  return applyDecorators(ApiExtension(PROBLEMS_EXTENSION, problems));
}
