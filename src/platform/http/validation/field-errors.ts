import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { requestErrors } from '../../common/common.errors.js';
import type { FieldError } from '../../common/errors/domain-error.js';
import { MAX_FIELD_ERRORS } from '../limits/request-limits.js';

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

/** Converts the first errors of class-validator to the form of the API: one error for each field, by its path. */
export function fieldErrors(errors: readonly ValidationError[], parent = ''): FieldError[] {
  const converted = errors.slice(0, MAX_FIELD_ERRORS).flatMap((error) => {
    const field = parent === '' ? error.property : `${parent}.${error.property}`;
    const violations = Object.entries(error.constraints ?? {});
    // A value of the wrong type breaks other rules too, and one beyond a bound those of its form.
    const violation =
      violations.find(([rule]) => TYPE_RULES.has(rule)) ??
      violations.find(([rule]) => BOUND_RULES.has(rule)) ??
      violations[0];
    const own = violation === undefined ? [] : [fieldError(field, error.property, violation)];
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
  return converted.slice(0, MAX_FIELD_ERRORS);
}

function fieldError(field: string, property: string, [rule, message]: [string, string]): FieldError {
  const text = rule === UNKNOWN_FIELD ? `${property} should not exist` : message;
  return { field, code: `field.${RULES[rule] ?? kebabCase(rule)}`, message: sentence(text, property) };
}

const UNKNOWN_FIELD = 'whitelistValidation';

const TYPE_RULES = new Set([
  'isInt',
  'isNumber',
  'isString',
  'isBoolean',
  'isArray',
  'isObject',
  'isQuantity',
]);

const BOUND_RULES = new Set([
  'isLength',
  'minLength',
  'maxLength',
  'min',
  'max',
  'arrayMinSize',
  'arrayMaxSize',
]);

const RULES: Readonly<Record<string, string>> = { [UNKNOWN_FIELD]: 'unknown' };

function kebabCase(camelCase: string): string {
  return camelCase.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A field's name stays as the client sent it, also at the beginning of a sentence. */
function sentence(message: string, property: string): string {
  const begin = message.startsWith(`${property} `) ? message.charAt(0) : message.charAt(0).toUpperCase();
  return `${begin}${message.slice(1)}.`;
}
