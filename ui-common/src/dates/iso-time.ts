/** Formats an instant as the API expects it, ISO 8601 in UTC. @param milliseconds since 1970 */
export function toIsoString(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Formats the day of an instant in UTC as YYYY-MM-DD. @param milliseconds since 1970 */
export function toIsoDate(milliseconds: number): string {
  return toIsoString(milliseconds).slice(0, 'YYYY-MM-DD'.length);
}
