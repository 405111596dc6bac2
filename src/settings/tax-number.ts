/** Two digits of the state, a PAN (five letters, four digits, a letter), its number in the state, Z, and the check character. */
const GSTIN = /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/;

/** A country and up to thirteen digits and letters. Which of them are valid differs by country. */
const VAT_ID = /^[A-Z]{2}[0-9A-Z]{2,13}$/;

/** A licence of the Food Safety and Standards Authority of India. */
const FSSAI_LICENCE = /^\d{14}$/;

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Returns true for a tax number of the Indian GST with the right check character. Its last character makes the weighted sum of
 * the others, whose weights are 1 and 2 in turn, a multiple of 36: of each product the two digits to the base of 36 are added.
 */
export function isGstin(text: string): boolean {
  return GSTIN.test(text) && checkCharacterOf(text.slice(0, -1)) === text.at(-1);
}

/** Returns true for text in the form of a VAT identification number, such as DE123456789. */
export function isVatId(text: string): boolean {
  return VAT_ID.test(text);
}

/** Returns true for text in the form of an Indian food licence. */
export function isFssaiLicence(text: string): boolean {
  return FSSAI_LICENCE.test(text);
}

function checkCharacterOf(characters: string): string | undefined {
  const base = DIGITS.length;
  const sum = [...characters].reduce((total, character, i) => {
    const product = DIGITS.indexOf(character) * (i % 2 === 0 ? 1 : 2);
    return total + Math.floor(product / base) + (product % base);
  }, 0);
  return DIGITS[(base - (sum % base)) % base];
}
