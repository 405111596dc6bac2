import { withLatinDigits } from '../../platform/common/text.js';

/** Crockford's base 32: no I, L, O or U, so that a number can be read out and typed without mistakes. */
export const ORDER_NUMBER_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const WRITTEN_NUMBER = new RegExp(`^[${ORDER_NUMBER_ALPHABET}]{1,10}$`);

/** Sorts after every continuation of an order number: in every collation, its letters and digits end with Z. */
const MAX_NUMBER_SUFFIX = 'Z'.repeat(20);

/** Returns ten characters in the form of an order number: `7K3M-92QX-4F`. */
export function withHyphens(characters: string): string {
  return `${characters.slice(0, 4)}-${characters.slice(4, 8)}-${characters.slice(8)}`;
}

/**
 * Returns the beginning of an order number as it is stored, from what a person types: without hyphens, with spaces or a `#`,
 * in the digits of any script, or with a letter that looks like a digit. Undefined if it cannot begin a number.
 */
export function writtenOrderNumber(typed: string): string | undefined {
  const characters = withLatinDigits(typed.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s#-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return WRITTEN_NUMBER.test(characters) ? withHyphens(characters).replace(/-+$/, '') : undefined;
}

/** Returns the beginnings of order numbers that a typed text may be, each with the last number of its range. */
export function orderNumberRanges(typed: string): { readonly first: string; readonly last: string }[] {
  const asTyped = typed.toUpperCase();
  const beginnings = new Set([asTyped, writtenOrderNumber(typed) ?? asTyped]);
  return [...beginnings].map((first) => ({ first, last: first + MAX_NUMBER_SUFFIX }));
}
