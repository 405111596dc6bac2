const DEVANAGARI_ZERO = 0x966;
/** "1250", "1,250.5", "1,25,000": commas separate Indian or Western groups, a point the minor unit. */
const MONEY = /^(?<whole>\d+|\d{1,3}(?:,\d{2,3})*,\d{3})(?:\.(?<part>\d*))?$/;

/**
 * Parses a typed amount of money to minor units: "48.50" is 4850 with two digits.
 *
 * @param digits fraction digits of the currency
 * @returns undefined if the text is not an amount, or more precise than the minor unit
 */
export function readMoney(typed: string, digits: number): number | undefined {
  const plain = typed.trim().replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - DEVANAGARI_ZERO));
  const { whole, part = '' } = MONEY.exec(plain)?.groups ?? {};
  if (whole === undefined || part.length > digits) return undefined;
  const minorUnits = Number(whole.replaceAll(',', '') + part.padEnd(digits, '0'));
  return Number.isSafeInteger(minorUnits) ? minorUnits : undefined;
}

/** Formats minor units for an input field: 4850 is "48.50", 4800 is "48". */
export function typedMoney(minorUnits: number, digits: number): string {
  const text = String(minorUnits).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const part = text.slice(text.length - digits);
  return /^0*$/.test(part) ? whole : `${whole}.${part}`;
}
