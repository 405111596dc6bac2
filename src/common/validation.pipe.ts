import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { FieldError } from './domain-error.js';
import { InvalidRequest } from './common.errors.js';

/** Checks bodies and queries against their DTO. A field that the DTO does not know is an error, not ignored. */
export function requestValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new InvalidRequest(fieldErrors(errors)),
  });
}

function fieldErrors(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = parent === '' ? error.property : `${parent}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      field,
      code: `field.${RULES[rule] ?? kebabCase(rule)}`,
      message: sentence(message),
    }));
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
}

const RULES: Readonly<Record<string, string>> = { whitelistValidation: 'unknown' };

function kebabCase(camelCase: string): string {
  return camelCase.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
