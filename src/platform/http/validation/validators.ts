import { Transform } from 'class-transformer';
import { applyDecorators } from '@nestjs/common';
import {
  buildMessage,
  IsBoolean,
  Matches,
  ValidateBy,
  ValidateIf,
  type ValidationOptions,
} from 'class-validator';
import { isCalendarDate, isInstant } from '../../calendar/iso-date.js';
import { isId } from '../../common/id.js';
import { toThousandths } from '../../common/money/quantity.js';

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

/** A time of ISO 8601 with its offset from UTC, on a day that exists. */
export function IsInstant(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isInstant',
      validator: {
        validate: isInstant,
        defaultMessage: buildMessage(
          (each) => `${each}$property must be a time such as 2026-01-31T09:30:00Z`,
          options,
        ),
      },
    },
    options,
  );
}

/** What can be an id of the store's. */
export function IsId(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isId',
      validator: {
        validate: (value) => typeof value === 'string' && isId(value),
        defaultMessage: buildMessage((each) => `${each}$property must be an id`, options),
      },
    },
    options,
  );
}

/** May be left out, but not null: for what always has a value. `@IsOptional()` lets null pass as well. */
export function IsOptionalNotNull(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
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
