/** Letters, digits, dots, underscores and hyphens. No @: a name with one is an e-mail address. */
export const USERNAME = /^[A-Za-z0-9._-]{3,32}$/;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Whether it is a time of ISO 8601 with its offset from UTC, which `Date.parse` understands. */
export function isInstant(value: unknown): boolean {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

/** Whether it is a BCP 47 locale. */
export function isLocale(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 35) return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
