import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { requestErrors } from '../../common/common.errors.js';
import type { FieldError } from '../../common/errors/domain-error.js';

/**
 * Validates a value that no pipe has checked, such as one inside a body field, against its DTO.
 *
 * @param parent path of the field that contains it, for the errors
 * @throws request.invalid
 */
export function validate<T extends object>(dto: new () => T, value: object, parent: string): T {
  const instance = plainToInstance(dto, value);
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  });
  if (errors.length > 0) throw requestErrors.invalid({ errors: fieldErrors(errors, parent) });
  return instance;
}

/** More errors than this help no client to correct its request. */
const MAX_FIELD_ERRORS = 20;

/** Converts the first errors of class-validator to the form of the API: one error for each field, by its path. */
export function fieldErrors(errors: readonly ValidationError[], parent = ''): FieldError[] {
  const converted = errors.slice(0, MAX_FIELD_ERRORS).flatMap((error) => {
    const field = parent === '' ? error.property : `${parent}.${error.property}`;
    const violations = Object.entries(error.constraints ?? {});
    // Report type errors before range errors.
    const violation = violations.find(([rule]) => TYPE_RULES.has(rule)) ?? violations[0];
    const own = violation === undefined ? [] : [fieldError(field, violation)];
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
  return converted.slice(0, MAX_FIELD_ERRORS);
}

function fieldError(field: string, [rule, message]: [string, string]): FieldError {
  return { field, code: `field.${RULES[rule] ?? kebabCase(rule)}`, message: sentence(message) };
}

const TYPE_RULES = new Set([
  'isInt',
  'isNumber',
  'isString',
  'isBoolean',
  'isArray',
  'isObject',
  'isQuantity',
]);

const RULES: Readonly<Record<string, string>> = { whitelistValidation: 'unknown' };

function kebabCase(camelCase: string): string {
  return camelCase.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
