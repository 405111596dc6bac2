import { applyDecorators, SetMetadata, UseGuards } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { requestErrors } from '../../common/common.errors.js';
import type { RequestLimitName } from '../../config/request-limits.js';
import {
  REQUEST_LIMIT,
  RequestLimitGuard,
  type DeclaredLimit,
  type LimitError,
} from './request-limit.guard.js';

/** Carries the code of a limited operation's error to where the OpenAPI document is completed. */
export const LIMITED_EXTENSION = 'x-limited';

/**
 * Limits how often an account or an address may call the route. Routes with the same name are counted together.
 *
 * @param error error of refused requests
 */
export const Limited = (
  name: RequestLimitName,
  error: LimitError = requestErrors['too-many'],
): MethodDecorator => limited({ name, error });

/** Like {@link Limited}, but counts only requests with search words: the query parameter `q`. */
export const LimitedSearch = (name: RequestLimitName): MethodDecorator =>
  limited({ name, error: requestErrors['too-many'], isSearch: true });

function limited(declared: DeclaredLimit): MethodDecorator {
  return applyDecorators(
    SetMetadata(REQUEST_LIMIT, declared),
    UseGuards(RequestLimitGuard),
    ApiExtension(LIMITED_EXTENSION, declared.error.code),
  );
}
