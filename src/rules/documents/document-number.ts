/** Digits of the number within its year; more if a year has more documents. */
const DIGITS = 6;

/**
 * Returns the name of the fiscal year of a day: `2026` if the year begins with January, `26-27` if it begins later.
 *
 * @param day YYYY-MM-DD
 * @param start first day of the fiscal year, MM-DD
 */
export function fiscalYearOf(day: string, start: string): string {
  const year = Number(day.slice(0, 4));
  if (start === '01-01') return day.slice(0, 4);
  const first = day.slice(5) < start ? year - 1 : year;
  return `${lastTwoDigits(first)}-${lastTwoDigits(first + 1)}`;
}

/**
 * Returns the number of a document: `INV/26-27/000123`. With a prefix of three letters it has 16 characters, the most that the Indian
 * GST allows (rule 46 of the CGST Rules).
 */
export function documentNumber(series: string, fiscalYear: string, seq: number): string {
  return `${series}/${fiscalYear}/${String(seq).padStart(DIGITS, '0')}`;
}

function lastTwoDigits(year: number): string {
  return String(year % 100).padStart(2, '0');
}
