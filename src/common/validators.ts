import { Transform } from 'class-transformer';
import { applyDecorators } from '@nestjs/common';
import { buildMessage, IsBoolean, Matches, ValidateBy, type ValidationOptions } from 'class-validator';
import { toThousandths } from './quantity.js';

/** A quantity as JSON carries it: a plain number with at most three decimals. */
export function IsQuantity(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isQuantity',
      validator: {
        validate: (value) => toThousandths(value) !== undefined,
        defaultMessage: buildMessage(
          (each) => `${each}$property must be a number with at most three decimals`,
          options,
        ),
      },
    },
    options,
  );
}

/** A quantity of 0 or more. */
export function IsQuantityFromZero(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isQuantity',
      validator: {
        validate: (value) => (toThousandths(value) ?? -1) >= 0,
        defaultMessage: buildMessage(
          (each) => `${each}$property must be a number from 0 with at most three decimals`,
          options,
        ),
      },
    },
    options,
  );
}

/** A day of the calendar, YYYY-MM-DD, that exists. */
export function IsCalendarDate(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isDate',
      validator: {
        validate: isCalendarDate,
        defaultMessage: buildMessage((each) => `${each}$property must be a date such as 2026-01-31`, options),
      },
    },
    options,
  );
}

/** `true` or `false` in a query, and nothing else. */
export function IsQueryFlag(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean({ message: '$property must be true or false' }),
  );
}

/** A text that is not blank. */
export function IsNotBlank(): PropertyDecorator {
  return Matches(/\S/, { message: '$property must not be blank' });
}

function isCalendarDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
