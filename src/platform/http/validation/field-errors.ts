import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { InvalidRequest } from '../../common/common.errors.js';
import type { FieldError } from '../../common/domain-error.js';

/**
 * Checks against its DTO what no pipe has checked, such as what lies in a field of a body.
 *
 * @param parent the field in which it lies, for the errors
 * @throws InvalidRequest
 */
export function validated<T extends object>(dto: new () => T, value: object, parent: string): T {
  const instance = plainToInstance(dto, value);
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  });
  if (errors.length > 0) throw new InvalidRequest(fieldErrors(errors, parent));
  return instance;
}

/** What class-validator found, as the store tells it: one error for each field, by its path. */
export function fieldErrors(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = parent === '' ? error.property : `${parent}.${error.property}`;
    const broken = Object.entries(error.constraints ?? {});
    // What is no number at all is not told that it is too large.
    const basic = broken.find(([rule]) => TYPE_RULES.has(rule)) ?? broken[0];
    const own = basic === undefined ? [] : [fieldError(field, basic)];
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
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
