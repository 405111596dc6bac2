/** Locale and currency for formatting minor units. */
export interface MoneyStyle {
  /** BCP 47. */
  readonly locale: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Number of fraction digits of the currency, as the server reports it. */
  readonly digits: number;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Formats minor units: 125050 is ₹1,250.50 in en-IN. Whole amounts have no decimals: ₹1,250. */
export function formatMoney(minorUnits: number, style: MoneyStyle): string {
  const isWhole = minorUnits % 10 ** style.digits === 0;
  return formatFor(style, isWhole ? 0 : style.digits).format(decimalOf(minorUnits, style.digits));
}

function formatFor({ locale, currency }: MoneyStyle, digits: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${String(digits)}`;
  const cached = formats.get(key);
  if (cached !== undefined) return cached;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, format);
  return format;
}

/** Converts to a decimal string, which Intl formats exactly, without floating point. */
function decimalOf(minorUnits: number, digits: number): Intl.StringNumericLiteral {
  const text = String(Math.abs(minorUnits)).padStart(digits + 1, '0');
  const point = text.length - digits;
  const sign = minorUnits < 0 ? '-' : '';
  return `${sign}${text.slice(0, point)}.${text.slice(point)}0` as Intl.StringNumericLiteral;
}
