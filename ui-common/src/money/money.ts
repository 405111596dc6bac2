/** What money is written with: minor units of one currency, in one language. */
export interface MoneyStyle {
  /** BCP 47. */
  readonly locale: string;
  /** ISO 4217. */
  readonly currency: string;
  /** How many digits the minor unit stands for, as the server counts them. */
  readonly digits: number;
}

/** Milliard-proof: BigInt inside, because rate and quantity are both integers whose product a double need not hold. */
const THOUSAND = 1000n;

/**
 * The price of a quantity, in minor units, half up: the very arithmetic of the server (domain.md, "Money and quantity"), with
 * which it shares the test vectors.
 *
 * @param ratePerUnit minor units for one unit
 * @param thousandths thousandths of the unit
 */
export function linePrice(ratePerUnit: number, thousandths: number): number {
  return Number((BigInt(ratePerUnit) * BigInt(thousandths) + THOUSAND / 2n) / THOUSAND);
}

/** The sum of amounts in minor units. */
export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Minor units as people write them: 125000 is ₹1,250.00 in en-IN. Whole amounts come without their zeros: ₹1,250. */
export function formatMoney(minorUnits: number, style: MoneyStyle): string {
  const isWhole = minorUnits % 10 ** style.digits === 0;
  return formatFor(style, isWhole ? 0 : style.digits).format(decimalOf(minorUnits, style.digits));
}

function formatFor({ locale, currency }: MoneyStyle, digits: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${String(digits)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

/** As a decimal text, which Intl takes exactly as it is: no float is involved. */
function decimalOf(minorUnits: number, digits: number): Intl.StringNumericLiteral {
  const text = String(Math.abs(minorUnits)).padStart(digits + 1, '0');
  const point = text.length - digits;
  const sign = minorUnits < 0 ? '-' : '';
  return `${sign}${text.slice(0, point)}.${text.slice(point)}0` as Intl.StringNumericLiteral;
}
