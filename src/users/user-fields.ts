/** Letters, digits, dots, underscores and hyphens. No @: a name with one is an e-mail address. */
export const USERNAME = /^[A-Za-z0-9._-]{3,32}$/;

/** Returns true if the value is a BCP 47 locale. */
export function isLocale(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 35) return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
