import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { KEY_ERRORS } from './attempt.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { KEY_RULE, type KeyRule } from './key-rule.js';

const DESCRIPTION =
  'A new key for each act, the same for its retries: they get the same response, and the act happens once. Retained for at least 24 hours.';

/**
 * Lets a client repeat the operation safely: with an Idempotency-Key, its handler runs in one transaction that also
 * stores the response. Everything in the handler joins that transaction, so it must not wait for anything but the
 * database.
 */
export const TakesIdempotencyKey = (rule: Partial<KeyRule> = {}): MethodDecorator =>
  applyDecorators(
    SetMetadata(KEY_RULE, { isRequired: false, errors: KEY_ERRORS, ...rule } satisfies KeyRule),
    UseInterceptors(IdempotencyInterceptor),
    ApiIdempotencyKey(rule.isRequired),
  );

/** Describes the header of an operation whose action takes the key by itself, because it first receives a file. */
export const ApiIdempotencyKey = (isRequired = false): MethodDecorator & ClassDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: isRequired,
    description: DESCRIPTION,
    schema: {
      type: 'string',
      minLength: 1,
      maxLength: 255,
      pattern: '^[ -~]+$',
      example: '6f1f2a52-1d0c-4b7e-9a3f-2f6f0a8f7c11',
    },
  });
