import { Transform } from 'class-transformer';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  buildMessage,
  IsBoolean,
  ValidateBy,
  ValidateIf,
  type ValidationOptions,
} from 'class-validator';
import { isCalendarDate, isInstant } from '../../calendar/iso-date.js';
import { isId } from '../../common/id.js';
import { MAX_QUANTITY, toThousandths } from '../../common/money/quantity.js';
import { hasHiddenCharacters, isVisible, normalizedText } from '../../common/text.js';

/** Returns what is wrong with a value, as the rest of a sentence about its field; undefined if nothing is. */
export type Check = (value: unknown) => string | undefined;

/** Makes a validator of a check. Its message names the rule or the bound that is broken. @param name such as `isDate`, for the error `field.is-date` */
export function validatorOf(name: string, check: Check, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name,
      validator: {
        validate: (value) => check(value) === undefined,
        defaultMessage: buildMessage(
          (each, args) => `${each}$property ${faultIn(args?.value, check)}`,
          options,
        ),
      },
    },
    options,
  );
}

/** With the option `each`, the value is the whole list. */
function faultIn(value: unknown, check: Check): string {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map(check).find((fault) => fault !== undefined) ?? 'is not valid';
}

/** Accepts a quantity as JSON carries it: a plain number with at most three decimals, not larger than the store handles. */
export const IsQuantity = (options?: ValidationOptions): PropertyDecorator =>
  validatorOf('isQuantity', (value) => quantityFault(value, -MAX_QUANTITY), options);

/** Accepts a quantity of 0 or more. */
export const IsQuantityFromZero = (options?: ValidationOptions): PropertyDecorator =>
  validatorOf('isQuantity', (value) => quantityFault(value, 0), options);

function quantityFault(value: unknown, min: number): string | undefined {
  if (typeof value !== 'number' || Number.isNaN(value)) return 'must be a number';
  if (value > MAX_QUANTITY) return `must be at most ${MAX_QUANTITY.toLocaleString('en')}`;
  if (value < min) return `must be at least ${min.toLocaleString('en')}`;
  return toThousandths(value) === undefined ? 'must have at most three decimals' : undefined;
}

/** Accepts an existing calendar date, YYYY-MM-DD. */
export const IsCalendarDate = (options?: ValidationOptions): PropertyDecorator =>
  validatorOf('isDate', (value) => dayFault(value, DATE_FORM, isCalendarDate, '2026-01-31'), options);

/** Accepts an ISO 8601 time with its offset from UTC, on an existing date. */
export const IsInstant = (options?: ValidationOptions): PropertyDecorator =>
  validatorOf(
    'isInstant',
    (value) => dayFault(value, DATE_TIME_FORM, isInstant, '2026-01-31T09:30:00Z'),
    options,
  );

const DATE_FORM = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME_FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

function dayFault(
  value: unknown,
  form: RegExp,
  exists: (value: unknown) => boolean,
  example: string,
): string | undefined {
  const kind = form === DATE_FORM ? 'date' : 'time';
  if (typeof value !== 'string' || !form.test(value)) return `must be a ${kind} such as ${example}`;
  return exists(value) ? undefined : `must be a ${kind} that exists, such as ${example}`;
}

/** Accepts any text in the store's ID format. */
export const IsId = (options?: ValidationOptions): PropertyDecorator =>
  validatorOf(
    'isId',
    (value) =>
      typeof value === 'string' && isId(value)
        ? undefined
        : 'must be an ID such as 0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f',
    options,
  );

/** Allows a field to be missing but not null. `@IsOptional()` accepts null as well. */
export function IsOptionalNotNull(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/** Accepts only `true` or `false` in a query. */
export function IsQueryFlag(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean({ message: '$property must be true or false' }),
  );
}

/** Rejects text in which nothing can be seen: no text, space, zero-width characters, combining marks. */
export function IsNotBlank(): PropertyDecorator {
  return ValidateBy({
    name: 'matches',
    validator: {
      validate: (value) => typeof value === 'string' && isVisible(value),
      defaultMessage: buildMessage((each) => `${each}$property must not be blank`),
    },
  });
}

/** Rejects an e-mail address with characters that are not drawn, with which it would look like another. */
export function HasNoHiddenCharacters(): PropertyDecorator {
  return ValidateBy({
    name: 'isEmail',
    validator: {
      validate: (value) => typeof value === 'string' && !hasHiddenCharacters(value),
      defaultMessage: buildMessage((each) => `${each}$property must have no hidden characters`),
    },
  });
}

/** Stores a text in one form (NFC), without space around it. */
export function Normalized(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? normalizedText(value) : value,
  );
}

/** Limits the length of an array, in the description of the API too, to which `@ArrayMaxSize()` adds nothing. */
export function MaxItems(maxItems: number): PropertyDecorator {
  return applyDecorators(ArrayMaxSize(maxItems), ApiProperty({ maxItems }));
}
