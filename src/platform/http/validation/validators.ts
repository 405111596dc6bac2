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
import { toThousandths } from '../../common/money/quantity.js';
import { hasHiddenCharacters, isVisible, normalizedText } from '../../common/text.js';

/** Accepts a quantity as JSON carries it: a plain number with at most three decimals. */
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

/** Accepts a quantity of 0 or more. */
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

/** Accepts an existing calendar date, YYYY-MM-DD. */
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

/** Accepts an ISO 8601 time with its offset from UTC, on an existing date. */
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

/** Accepts any text in the store's ID format. */
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
