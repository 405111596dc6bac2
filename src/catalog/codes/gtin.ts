const GTIN_LENGTHS: ReadonlySet<number> = new Set([8, 12, 13, 14]);

/** How the stored form of a code begins that a store gives to its own weighed packs: it holds a weight or a price. */
const STORE_PREFIX = /^(?:0{1,2}|0{6})2/;

/**
 * Reads a barcode of GS1: GTIN-8, GTIN-12 (UPC), GTIN-13 (EAN) or GTIN-14. Spaces and hyphens are ignored. A code that a store gives to
 * packs that it weighs itself (GTIN-13 with the prefixes 20 to 29, and their shorter forms) means no product.
 *
 * @returns the 14 digits as which it is stored, with leading zeros; undefined if it is no GTIN
 * @see GS1 General Specifications, sections 1.4 and 7.9 (check digit)
 */
export function readGtin(written: string): string | undefined {
  const digits = written.replace(/[\s-]/g, '');
  if (!/^[0-9]+$/.test(digits) || !GTIN_LENGTHS.has(digits.length)) return undefined;
  const gtin = digits.padStart(14, '0');
  const isValid = checkDigitOf(gtin.slice(0, -1)) === Number(gtin.at(-1)) && !STORE_PREFIX.test(gtin);
  return isValid ? gtin : undefined;
}

/** Returns a stored GTIN as it is printed below a barcode: 8, 13 or 14 digits. */
export function printedGtin(gtin: string): string {
  if (gtin.startsWith('000000')) return gtin.slice(6);
  return gtin.startsWith('0') ? gtin.slice(1) : gtin;
}

/** Returns the check digit of 13 digits: their weights are 3 and 1 in turn, and the sum with the check digit is a multiple of 10. */
function checkDigitOf(digits: string): number {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}
