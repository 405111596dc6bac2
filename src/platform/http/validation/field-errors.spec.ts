import { IsEmail, IsInt, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { validate } from './field-errors.js';
import {
  IsCalendarDate,
  IsId,
  IsInstant,
  IsOptionalNotNull,
  IsQuantity,
  IsQuantityFromZero,
} from './validators.js';

class Delivery {
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  quantityAvailable?: number;

  @IsOptionalNotNull()
  @IsQuantity()
  delta?: number;

  @IsOptionalNotNull()
  @IsInt()
  @Min(1)
  @Max(10)
  crates?: number;

  @IsOptionalNotNull()
  @IsString()
  @Length(2, 5)
  note?: string;

  @IsOptionalNotNull()
  @IsEmail()
  @MaxLength(20)
  email?: string;

  @IsOptionalNotNull()
  @IsCalendarDate()
  day?: string;

  @IsOptionalNotNull()
  @IsInstant()
  at?: string;

  @IsOptionalNotNull()
  @IsId({ each: true })
  ids?: string[];
}

const DAY = '2026-01-31';
const TIME = `${DAY}T09:30:00Z`;
const ID = '0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f';

it.each<[object, string, string]>([
  [{ quantityAvailable: 200_000 }, 'is-quantity', 'quantityAvailable must be at most 100,000.'],
  [{ quantityAvailable: -1 }, 'is-quantity', 'quantityAvailable must be at least 0.'],
  [{ quantityAvailable: 1.0005 }, 'is-quantity', 'quantityAvailable must have at most three decimals.'],
  [{ quantityAvailable: '1' }, 'is-quantity', 'quantityAvailable must be a number.'],
  [{ delta: Number.POSITIVE_INFINITY }, 'is-quantity', 'delta must be at most 100,000.'],
  [{ delta: -100_000.5 }, 'is-quantity', 'delta must be at least -100,000.'],
  [{ delta: Number.NaN }, 'is-quantity', 'delta must be a number.'],
  [{ crates: 11 }, 'max', 'crates must not be greater than 10.'],
  [{ crates: 0 }, 'min', 'crates must not be less than 1.'],
  [{ crates: 11.5 }, 'is-int', 'crates must be an integer number.'],
  [{ note: 'too long' }, 'is-length', 'note must be shorter than or equal to 5 characters.'],
  [{ note: 'a' }, 'is-length', 'note must be longer than or equal to 2 characters.'],
  [{ note: 5 }, 'is-string', 'note must be a string.'],
  [
    { email: 'much too long an address' },
    'max-length',
    'email must be shorter than or equal to 20 characters.',
  ],
  [{ email: 'none' }, 'is-email', 'email must be an email.'],
  [{ day: '31.1.2026' }, 'is-date', `day must be a date such as ${DAY}.`],
  [{ day: '2026-02-30' }, 'is-date', `day must be a date that exists, such as ${DAY}.`],
  [{ at: DAY }, 'is-instant', `at must be a time such as ${TIME}.`],
  [{ at: '2026-01-31T25:00:00Z' }, 'is-instant', `at must be a time that exists, such as ${TIME}.`],
  [{ ids: [ID, 'x'] }, 'is-id', `Each value in ids must be an ID such as ${ID}.`],
  [{ role: 'admin' }, 'unknown', 'role should not exist.'],
])('names the broken bound of %j', (value, code, message) => {
  const field = Object.keys(value)[0];
  expect(() => validate(Delivery, value, '')).toThrow(
    expect.objectContaining({ parameters: { errors: [{ field, code: `field.${code}`, message }] } }) as Error,
  );
});

it.each([
  { quantityAvailable: 0, delta: -100_000 },
  { quantityAvailable: 100_000, delta: 0.001 },
  { day: '2024-02-29', at: '2026-01-31T09:30+05:30', ids: [ID] },
])('accepts the bounds themselves: %j', (value) => {
  expect(validate(Delivery, value, '')).toMatchObject(value);
});

it('names at most twenty fields', () => {
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`field${i}`, i]));
  try {
    validate(Delivery, many, '');
  } catch (error) {
    expect((error as { parameters: { errors: unknown[] } }).parameters.errors).toHaveLength(20);
  }
  expect.hasAssertions();
});
