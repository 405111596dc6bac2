import { Type } from 'class-transformer';
import { IsInt, Max, Min, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import { HOUR_MS, SECOND_MS } from '../common/durations.js';
import { parseRequestLimits, REQUEST_LIMITS } from './request-limits.js';

/** An IANA time zone. */
@ValidatorConstraint({ name: 'timeZone' })
export class IsTimeZone implements ValidatorConstraintInterface {
  validate = (value: unknown): boolean =>
    isAccepted(() => Intl.DateTimeFormat('en', { timeZone: String(value) }));
  defaultMessage = (): string => '$property must be an IANA time zone, such as Asia/Kolkata';
}

/** A BCP 47 locale. */
@ValidatorConstraint({ name: 'locale' })
export class IsLocale implements ValidatorConstraintInterface {
  validate = (value: unknown): boolean => isAccepted(() => Intl.getCanonicalLocales(String(value)));
  defaultMessage = (): string => '$property must be a BCP 47 locale, such as en-IN';
}

/** An ISO 4217 currency. */
@ValidatorConstraint({ name: 'currency' })
export class IsCurrency implements ValidatorConstraintInterface {
  validate = (value: unknown): boolean => Intl.supportedValuesOf('currency').includes(String(value));
  defaultMessage = (): string => '$property must be an ISO 4217 currency, such as INR';
}

/** Entries of `REQUEST_LIMITS`. */
@ValidatorConstraint({ name: 'requestLimits' })
export class AreRequestLimits implements ValidatorConstraintInterface {
  validate = (value: unknown): boolean => parseRequestLimits(String(value)) !== undefined;
  defaultMessage = (): string =>
    `$property must be numbers from 1 for some of ${Object.keys(REQUEST_LIMITS).join(', ')}, such as exports=100,imports=20`;
}

/** A time in milliseconds from a tenth of a second to an hour. */
export function IsDatabaseLimit(): PropertyDecorator {
  return (target, property) => {
    const rules = [Type(() => Number), IsInt(), Min(SECOND_MS / 10), Max(HOUR_MS)];
    for (const rule of rules) rule(target, property);
  };
}

function isAccepted(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
