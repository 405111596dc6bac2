import { isPostalCode } from 'class-validator';
import { requestErrors } from '../../platform/common/common.errors.js';

type Country = Parameters<typeof isPostalCode>[1];

/**
 * Refuses a postal code that does not have the form of the store's country. Spaces and hyphens may be anywhere, since people
 * group the characters: 560 004. If the form of the country is unknown, every postal code is accepted.
 *
 * @param locale of the store, BCP 47; its region is the country
 * @throws request.rule-broken
 */
export function checkPostalCode(postalCode: string, locale: string): void {
  const country = new Intl.Locale(locale).maximize().region as Country;
  const writings = [postalCode, postalCode.replace(/[ -]/g, '')];
  if (!hasKnownForm(country) || writings.some((writing) => isPostalCode(writing, country))) return;
  throw requestErrors['rule-broken']({
    errors: [
      {
        field: 'address.postalCode',
        code: 'orders.no-postal-code',
        message: `address.postalCode must have the form of a postal code of the country ${country}.`,
      },
    ],
  });
}

/** The validator throws an error for a country that it does not know. */
function hasKnownForm(country: Country): boolean {
  try {
    isPostalCode('', country);
    return true;
  } catch {
    return false;
  }
}
