import { withLatinDigits } from '../../platform/common/text.js';

/** Calling codes of one and two digits. All others have three: no code begins with another one. */
const SHORT_CALLING_CODE = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** A remainder of fewer digits is no number in its country. */
const MIN_NATIONAL_DIGITS = 8;

/** Returns the digits of a text in every script, as 0 to 9. */
export function digitsOf(text: string): string {
  return withLatinDigits(text).replace(/\D/g, '');
}

/**
 * Returns the digits of a telephone number within its country, however it is written: `+91-98450-12303`, `0091 98450 12303`,
 * `098450 12303` and `98450 12303` are all 9845012303.
 */
export function nationalNumber(phone: string): string {
  const plain = withLatinDigits(phone).trim();
  const digits = digitsOf(plain);
  if (plain.startsWith('+')) return withoutCallingCode(digits);
  if (digits.startsWith('00')) return withoutCallingCode(digits.slice(2));
  return withoutZeros(digits);
}

/** Returns what a number may be within its country if its calling code may be written without a plus sign. */
export function possibleNationalNumbers(phone: string): string[] {
  const national = nationalNumber(phone);
  const rest = withoutCallingCode(national);
  return rest.length < MIN_NATIONAL_DIGITS ? [national] : [national, rest];
}

function withoutCallingCode(digits: string): string {
  const codeLength = SHORT_CALLING_CODE.exec(digits)?.[0].length ?? 3;
  return withoutZeros(digits.slice(codeLength));
}

/** The zero before an area code is not part of the number from abroad. */
function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '');
}
